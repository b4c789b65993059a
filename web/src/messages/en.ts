// Each area is loaded with the pages that use it.
export { account } from './en/account.ts';
export { chat } from './en/chat.ts';
export { common } from './en/common.ts';
export { email } from './en/email.ts';
export { cutShort, errors, wrongKind } from './en/errors.ts';
export { format } from './en/format.ts';
export { logOut } from './en/log-out.ts';
export { oauth } from './en/oauth.ts';
export { pages } from './en/pages.ts';
export { register } from './en/register.ts';
export { resetPassword } from './en/reset-password.ts';
export { signIn } from './en/sign-in.ts';
export { upgrade } from './en/upgrade.ts';
