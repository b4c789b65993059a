import { randomBytes } from 'node:crypto';

/** In milliseconds; a slow model is not waited for longer. */
const timeoutMs = 30_000;
const modelTimeoutMs = 60_000;

export type Person = ReturnType<typeof newPerson>;

/** `body` is empty unless the response is JSON. */
export type Answer = { status: number; body: Record<string, unknown> };

export function newPerson(address: string, { origin, signal }: { origin: string; signal: AbortSignal }) {
  const cookies = new Map<string, string>();
  /** A unique name that is stored unsealed: it shows where data is stored. */
  const browser = `foyer-proof-${randomBytes(12).toString('hex')}`;

  type How = { waitMs?: number; signal?: AbortSignal | null };

  async function send(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    { waitMs = timeoutMs, signal: brokenOff = signal }: How = {},
  ): Promise<Response> {
    const timeout = AbortSignal.timeout(waitMs);
    const response = await fetch(`${address}${path}`, {
      method,
      redirect: 'error',
      signal: brokenOff ? AbortSignal.any([brokenOff, timeout]) : timeout,
      headers: {
        origin,
        'user-agent': browser,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) keep(line);
    return response;
  }

  async function ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
    const response = await send(method, path, body);
    const read = await response.text();
    return { status: response.status, body: read.startsWith('{') ? JSON.parse(read) : {} };
  }

  function keep(line: string) {
    const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
    if (/;\s*max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }

  return {
    browser,
    cookies,
    ask,
    /** Sends a message and waits for the reply, up to the timeout: the message is stored in any case. */
    write: async (path: string, message: { id: string; text: string }) => {
      const response = await send('POST', path, message, { waitMs: modelTimeoutMs });
      const said = await response.text().catch(() => '');
      signal.throwIfAborted();
      return { status: response.status, refusal: response.ok ? '' : said };
    },
    logOut: async () => {
      const response = await send('POST', '/api/auth/sign-out', {}, { signal: null });
      await response.text();
      return response;
    },
  };
}
