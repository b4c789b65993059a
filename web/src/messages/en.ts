export * from './en/entry.ts';
export * from './en/inside.ts';
