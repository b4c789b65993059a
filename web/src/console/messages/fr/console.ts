// The texts of the console in French.
export { audit } from './audit.ts';
export { batches } from './batches.ts';
export { code } from './code.ts';
export { codes } from './codes.ts';
export { errors } from './errors.ts';
export { frame } from './frame.ts';
export { imports } from './imports.ts';
export { make } from './make.ts';
export { people } from './people.ts';
export { room } from './room.ts';
export { setUp } from './set-up.ts';
export { settings } from './settings.ts';
export { use } from './use.ts';
