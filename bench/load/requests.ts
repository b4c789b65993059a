import { randomBytes } from 'node:crypto';

export type Wish =
  | { want: 'enter'; codes: string[] }
  | { want: 'sign in anonymously' }
  | { want: 'register' }
  | { want: 'be known'; cookie: string };

export type Request = {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
};

export function requestOf(wish: Wish, origin: string): Request {
  if (wish.want === 'be known')
    return { method: 'GET', path: '/api/access', headers: { cookie: wish.cookie } };
  const headers = {
    origin,
    'content-type': 'application/json',
    'x-forwarded-for': `10.${randomBytes(3).join('.')}`,
  };
  return { method: 'POST', headers, ...signingIn(wish) };
}

function signingIn(wish: Exclude<Wish, { want: 'be known' }>) {
  if (wish.want === 'sign in anonymously') return { path: '/api/auth/sign-in/anonymous', body: '{}' };
  if (wish.want === 'register') {
    const email = `${randomBytes(8).toString('hex')}@example.org`;
    return {
      path: '/api/auth/sign-up/email',
      body: JSON.stringify({ email, password: 'quiet-harbour-lantern' }),
    };
  }
  const code = wish.codes[Math.floor(Math.random() * wish.codes.length)];
  const attemptId = randomBytes(16).toString('hex');
  return { path: '/api/auth/sign-in/invitation-code', body: JSON.stringify({ code, attemptId }) };
}
