export { en as sw } from './en.ts';
