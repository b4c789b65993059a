export * from '../en/inside.ts';
