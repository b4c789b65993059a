// What visitors see. The texts behind the entry are in `inside.ts`.
export { common } from './common.ts';
export { email } from './email.ts';
export { cutShort, errors, wrongKind } from './errors.ts';
export { logOut } from './log-out.ts';
export { oauth } from './oauth.ts';
export { pages } from './pages.ts';
export { register } from './register.ts';
export { resetPassword } from './reset-password.ts';
export { signIn } from './sign-in.ts';
