export * from './access.ts';
export * from './refusals.ts';
export * from './routes.ts';
export * from './settings.ts';
