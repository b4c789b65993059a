import { type Limits, type Refusal, refusals, type Settings } from '@foyer/policy';

/** Why an act did not succeed: a named refusal, no line to the server, or a fault of the server. */
export type Problem = {
  code: Refusal | 'OFFLINE' | 'BROKEN';
  /** How long the server asks to wait, or 0. */
  retryAfterSeconds: number;
};

export type Answer<T> = { value: T; problem?: undefined } | { value?: undefined; problem: Problem };

export type Access = {
  settings: Settings;
  limits: Pick<Limits, 'messageCharacters'>;
  guestAccess: 'none' | 'open' | 'closed';
  person: null | { isGuest: boolean; email: string | null };
  model: { isDemo: boolean };
};

export type ChatEntry = { id: string; title: string; updatedAt: number };

export type Message = {
  id: string;
  role: 'user' | 'assistant' | 'system';
  parts: { type: 'text'; text: string }[];
  metadata?: { createdAt?: number; status?: 'complete' | 'stopped' | 'interrupted' | 'failed' };
};

export type Chat = ChatEntry & { isReplying: boolean; messages: Message[] };

type CheckedCode = { state: 'login' | 'registration' | 'unusable' };
type Entry = { code: string; attemptId: string } | { default: true; attemptId: string };
type Credentials = { email: string; password: string };

export const api = {
  access: () => call<Access>('GET', '/api/access'),
  checkCode: (code: string) => call<CheckedCode>('POST', '/api/auth/invitation-code/check', { code }),
  enterAsGuest: (entry: Entry) => call<unknown>('POST', '/api/auth/sign-in/invitation-code', entry),
  login: (who: Credentials) => call<unknown>('POST', '/api/auth/sign-in/email', who),
  register: (who: Credentials & { invitationCode?: string }) =>
    call<unknown>('POST', '/api/auth/sign-up/email', who),
  logOut: () => call<unknown>('POST', '/api/auth/sign-out', {}),
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

async function call<T>(method: string, path: string, body?: object): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) return { problem: await problemOf(response) };
    return { value: response.status === 204 ? (undefined as T) : await response.json() };
  } catch {
    return { problem: { code: 'OFFLINE', retryAfterSeconds: 0 } };
  }
}

function isRefusal(code: string): code is Refusal {
  return Object.hasOwn(refusals, code);
}
