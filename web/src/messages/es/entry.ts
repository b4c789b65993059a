export * from '../en/entry.ts';
