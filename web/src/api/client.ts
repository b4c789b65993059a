import { type Limits, type Refusal, refusals, type Settings } from '@foyer/policy';

/** Which field was left empty: the server is not asked. */
export type Missing =
  | 'EMAIL_MISSING'
  | 'PASSWORD_MISSING'
  | 'CURRENT_PASSWORD_MISSING'
  | 'NEW_PASSWORD_MISSING';

/** Why an act did not succeed: a named refusal, an empty field, no line to the server, or a fault of the server. */
export type Problem = {
  code: Refusal | Missing | 'OFFLINE' | 'BROKEN';
  /** How long the server asks to wait, or 0. */
  retryAfterSeconds: number;
};

export type Answer<T> = { value: T; problem?: undefined } | { value?: undefined; problem: Problem };

export type Provider = { id: string; name: string };

export type Person = {
  /** Tells one person from another; it says nothing of them. */
  id: string;
  isGuest: boolean;
  email: string | null;
  /** A member who cannot chat before the e-mail address is confirmed. */
  mustVerify: boolean;
  /** What becoming a member takes; null for who is one. */
  conversion: 'off' | 'code' | 'free' | null;
};

export type Access = {
  settings: Settings;
  limits: Pick<Limits, 'messageCharacters' | 'guestTtlMs'>;
  guestAccess: 'none' | 'open' | 'closed';
  providers: Provider[];
  sendsMail: boolean;
  person: null | Person;
  model: { isDemo: boolean };
  /** The site that is shown to a guest who leaves quickly. */
  leaveUrl: string;
};

export type ChatEntry = { id: string; title: string; updatedAt: number };

export type Message = {
  id: string;
  role: 'user' | 'assistant' | 'system';
  parts: { type: 'text'; text: string }[];
  metadata?: { createdAt?: number; status?: 'complete' | 'stopped' | 'interrupted' | 'failed' };
};

export type Chat = ChatEntry & { isReplying: boolean; messages: Message[] };

export type Account = {
  email: string;
  isVerified: boolean;
  createdAt: number;
  hasPassword: boolean;
  /** Logged in so recently that no password is asked. */
  isFresh: boolean;
  logins: { id: string; provider: string; name: string; createdAt: number }[];
  sessions: { id: string; device: string; createdAt: number; lastActiveAt: number; isCurrent: boolean }[];
};

/** What becomes of the chats of a guest who logs in to an account. */
export type GuestChats = 'move' | 'erase';

export type Away = { url: string };

type CheckedCode = { state: 'login' | 'registration' | 'unusable' };
type Entry = { code: string; attemptId: string } | { default: true; attemptId: string };
type Credentials = { email: string; password: string };
type WithCode = { invitationCode?: string | undefined };
type WithChats = { guestChats?: GuestChats | undefined };
type WithPassword = { password?: string | undefined };

export const api = {
  access: () => call<Access>('GET', '/api/access'),
  checkCode: (code: string) => call<CheckedCode>('POST', '/api/auth/invitation-code/check', { code }),
  enterAsGuest: (entry: Entry) => call<unknown>('POST', '/api/auth/sign-in/invitation-code', entry),
  login: (who: Credentials & WithChats) => call<unknown>('POST', '/api/auth/sign-in/email', who),
  /** Without a user a mail is under way, and nobody is signed in. */
  register: (who: Credentials & WithCode) =>
    call<{ user: object | null }>('POST', '/api/auth/sign-up/email', who),
  convert: (who: Credentials & WithCode) =>
    call<{ user: object | null }>('POST', '/api/auth/invitation-code/convert', who),
  loginBy: (who: { provider: string } & WithCode & WithChats) =>
    call<Away>('POST', '/api/auth/sign-in/social', who),
  convertBy: (who: { provider: string } & WithCode) =>
    call<Away>('POST', '/api/auth/invitation-code/convert-social', who),
  /** Also when the page goes away meanwhile. With the id of a guest, that guest is erased, and nobody else is logged out. */
  logOut: (guest?: string) => call<unknown>('POST', '/api/auth/sign-out', { guest }, { keepalive: true }),

  sendVerification: (email?: string) =>
    call<unknown>('POST', '/api/auth/send-verification-email', { ...(email && { email }) }),
  verifyEmail: (token: string) => call<unknown>('POST', '/api/auth/verify-email', { token }),
  requestPasswordReset: (email: string) =>
    call<unknown>('POST', '/api/auth/request-password-reset', { email }),
  /** Without a user a guest is here, and stays one. */
  resetPassword: (token: string, newPassword: string) =>
    call<{ user: object | null }>('POST', '/api/auth/reset-password', { token, newPassword }),

  account: () => call<Account>('GET', '/api/account'),
  changePassword: (change: { currentPassword?: string; newPassword: string }) =>
    call<unknown>('POST', '/api/account/password', change),
  changeEmail: (change: { email: string } & WithPassword) =>
    call<unknown>('POST', '/api/account/email', change),
  link: (login: { provider: string } & WithPassword) => call<Away>('POST', '/api/account/logins', login),
  unlink: (id: string, proof: WithPassword) => call<unknown>('DELETE', `/api/account/logins/${id}`, proof),
  endSession: (id: string) => call<unknown>('DELETE', `/api/account/sessions/${id}`),
  endOtherSessions: () => call<unknown>('DELETE', '/api/account/sessions'),
  myData: () => call<object>('GET', '/api/account/export'),
  /** Deletes the chats of a guest that nobody can open any more. */
  newKey: () => call<unknown>('POST', '/api/account/new-key', {}),
  deleteAccount: (proof: WithPassword) => call<unknown>('DELETE', '/api/account', proof),

  chats: () => call<ChatEntry[]>('GET', '/api/chats'),
  chat: (id: string) => call<Chat>('GET', `/api/chats/${id}`),
  renameChat: (id: string, title: string) => call<ChatEntry>('PATCH', `/api/chats/${id}`, { title }),
  deleteChat: (id: string) => call<unknown>('DELETE', `/api/chats/${id}`),
  stopReply: (id: string) => call<unknown>('POST', `/api/chats/${id}/stop`, {}),
};

/** The problem that an answer of status 400 or above tells of. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const code = body && typeof body === 'object' && 'code' in body ? String(body.code) : '';
  const seconds = Number(response.headers.get('Retry-After'));
  return {
    code: isRefusal(code) ? code : 'BROKEN',
    retryAfterSeconds: Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0,
  };
}

export function isRefusal(code: string): code is Refusal {
  return Object.hasOwn(refusals, code);
}

async function call<T>(
  method: string,
  path: string,
  body?: object,
  options: Pick<RequestInit, 'keepalive'> = {},
): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      ...options,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) return { problem: await problemOf(response) };
    return { value: response.status === 204 ? (undefined as T) : await response.json() };
  } catch {
    return { problem: { code: 'OFFLINE', retryAfterSeconds: 0 } };
  }
}
