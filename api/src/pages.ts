/** Who may see a page. `visitor` is a person who is not signed in; `signed-in` is a guest or a member; `everyone` is all of them. */
export type Audience = 'visitor' | 'guest' | 'member' | 'signed-in' | 'everyone';

export type Route = {
  /** With `/*` at its end: also every address below it. */
  path: string;
  audience: Audience;
  /** The script that draws it: the one of the entry pages, or one that is loaded when the page is opened. */
  chunk:
    | 'entry'
    | 'chat'
    | 'account'
    | 'upgrade'
    | 'verify-email'
    | 'reset-password'
    | 'one-more-step'
    | 'console';
};

/** Every page of the web part. The server answers these paths, and the browser draws them. */
export const routes = {
  landing: { path: '/', audience: 'visitor', chunk: 'entry' },
  login: { path: '/login', audience: 'visitor', chunk: 'entry' },
  register: { path: '/register', audience: 'visitor', chunk: 'entry' },
  oneMoreStep: { path: '/one-more-step', audience: 'visitor', chunk: 'one-more-step' },
  forgotPassword: { path: '/forgot-password', audience: 'visitor', chunk: 'reset-password' },
  resetPassword: { path: '/reset-password', audience: 'everyone', chunk: 'reset-password' },
  verifyEmail: { path: '/verify', audience: 'everyone', chunk: 'verify-email' },
  createAccount: { path: '/create-account', audience: 'guest', chunk: 'upgrade' },
  account: { path: '/account', audience: 'member', chunk: 'account' },
  newChat: { path: '/chat', audience: 'signed-in', chunk: 'chat' },
  chat: { path: '/chat/:id', audience: 'signed-in', chunk: 'chat' },
  console: { path: '/console/*', audience: 'member', chunk: 'console' },
  room: { path: '/room/:id', audience: 'everyone', chunk: 'console' },
  operator: { path: '/operator', audience: 'everyone', chunk: 'console' },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
