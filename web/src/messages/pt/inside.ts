// What guests and members see.
export { account } from './account.ts';
export { chat } from './chat.ts';
export { upgrade } from './upgrade.ts';
