export * from './access.ts';
export * from './code-link.ts';
export * from './languages.ts';
export * from './operator-refusals.ts';
export * from './refusals.ts';
export * from './settings.ts';
