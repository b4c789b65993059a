import { randomBytes } from 'node:crypto';

/** How long an answer may take, in milliseconds; one of the model, which is waited for no longer than that. */
const timeoutMs = 30_000;
const modelTimeoutMs = 60_000;

export type Person = ReturnType<typeof newPerson>;

/** What was answered: its body is read, and is an object where it is JSON. */
export type Answer = { status: number; body: Record<string, unknown> };

/**
 * A person with a browser that keeps cookies.
 *
 * @param origin of the pages that they use
 * @param signal ends what they wait for
 */
export function newPerson(address: string, { origin, signal }: { origin: string; signal: AbortSignal }) {
  const cookies = new Map<string, string>();
  /** A name that no other browser has: it is kept in the clear, and so shows where things are kept. */
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
    /** Writes a message, and waits for the end of its answer, for a while: the message is kept in any case. */
    write: async (path: string, message: { id: string; text: string }) => {
      const response = await send('POST', path, message, { waitMs: modelTimeoutMs });
      const said = await response.text().catch(() => '');
      signal.throwIfAborted();
      return { status: response.status, refusal: response.ok ? '' : said };
    },
    /** Logs out, also when everything else was broken off. */
    logOut: async () => {
      const response = await send('POST', '/api/auth/sign-out', {}, { signal: null });
      await response.text();
      return response;
    },
  };
}
