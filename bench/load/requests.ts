import { randomBytes } from 'node:crypto';

export type RequestKind =
  | { type: 'enter'; codes: string[] }
  | { type: 'sign in anonymously' }
  | { type: 'register' }
  | { type: 'be known'; cookie: string };

export type Request = {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
};

export function requestOf(request: RequestKind, origin: string): Request {
  if (request.type === 'be known')
    return { method: 'GET', path: '/api/access', headers: { cookie: request.cookie } };
  const headers = {
    origin,
    'content-type': 'application/json',
    'x-forwarded-for': `10.${randomBytes(3).join('.')}`,
  };
  return { method: 'POST', headers, ...signInRequest(request) };
}

function signInRequest(request: Exclude<RequestKind, { type: 'be known' }>) {
  if (request.type === 'sign in anonymously') return { path: '/api/auth/sign-in/anonymous', body: '{}' };
  if (request.type === 'register') {
    const email = `${randomBytes(8).toString('hex')}@example.org`;
    return {
      path: '/api/auth/sign-up/email',
      body: JSON.stringify({ email, password: 'quiet-harbour-lantern' }),
    };
  }
  const code = request.codes[Math.floor(Math.random() * request.codes.length)];
  const attemptId = randomBytes(16).toString('hex');
  return { path: '/api/auth/sign-in/invitation-code', body: JSON.stringify({ code, attemptId }) };
}
