import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { type ClientMetadata, type Configuration, Provider } from 'oidc-provider';
import { freePort } from '../database/database.ts';
import { startApp } from './app.ts';

export type Claims = { email?: string; email_verified?: boolean; name?: string; picture?: string };

export type Issuer = Awaited<ReturnType<typeof startIssuer>>;

const client = { id: 'foyer', secret: 'the secret of a client, for tests' };

/**
 * A real OpenID provider on its own port. It logs everybody in by name and returns the claims in `people`.
 * @param origins the sites that may send users here
 */
export function startIssuer(...origins: string[]) {
  return startIssuerAt(0, origins);
}

/** What is special about an issuer and its client. */
export type IssuerSetup = { configuration?: Configuration; client?: Partial<ClientMetadata> };

/** The same on a known port. */
export async function startIssuerAt(port: number, origins: string[], setup: IssuerSetup = {}) {
  const people = new Map<string, Claims>();
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: origins.map((origin) => `${origin}/api/auth/callback/oidc-1`),
        grant_types: ['authorization_code'],
        response_types: ['code'],
        ...setup.client,
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'picture'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['a key of the tests'] },
    ttl: { Session: 60, Grant: 60, Interaction: 60, AccessToken: 60, IdToken: 60 },
    ...setup.configuration,
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    // Its forms load a font from the network; a test must stay on this machine.
    const end = response.end.bind(response) as (chunk?: unknown) => ServerResponse;
    response.end = ((chunk?: unknown) =>
      end(typeof chunk === 'string' ? withoutImports(chunk) : chunk)) as typeof response.end;
    void answer(request, response);
  });
  const close = async () => {
    server.closeAllConnections();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  };
  after(close);

  return {
    issuer,
    people,
    close,
    /** A person with their own verified email, unless claims say otherwise. */
    add: (claims: Claims = {}) => {
      const name = `person-${randomBytes(8).toString('hex')}`;
      const email = claims.email ?? `${name}@example.org`;
      const all = { email, email_verified: true, name: 'A Name', picture: 'https://example.org/a.png' };
      people.set(name, { ...all, ...claims });
      return { name, email };
    },
    /** Settings that make it the first provider. */
    settings: {
      OIDC_1_NAME: 'Campus',
      OIDC_1_ISSUER: issuer,
      OIDC_1_CLIENT_ID: client.id,
      OIDC_1_CLIENT_SECRET: setup.client?.client_secret ?? client.secret,
    },
    /** Fills in its forms as this subject. Returns the URL of the redirect back. */
    letIn: (url: string, subject: string) => walk(url, { login: subject }),
    /** The same for a user who refuses. */
    refuse: (url: string) => walk(url, null),
  };
}

function withoutImports(page: string): string {
  return page.replace(/@import url\([^)]*\);/g, (line) => ' '.repeat(line.length));
}

/** A server with a real issuer as its first provider. */
export async function startAppWithIssuer(
  url: string,
  env: Record<string, string> = {},
  setup: IssuerSetup = {},
) {
  const port = String(await freePort());
  const issuer = await startIssuerAt(0, [`http://127.0.0.1:${port}`], setup);
  const app = await startApp(url, { PORT: port, ...issuer.settings, ...env });
  return { app, issuer };
}

/** Follows redirects and forms like a browser until they lead to another site. */
async function walk(start: string, fields: { login: string } | null): Promise<string> {
  const { origin } = new URL(start);
  const cookies = new Map<string, string>();
  let url = start;
  let init: RequestInit = {};
  for (let steps = 0; steps < 20; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    init = {};
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location) {
      url = new URL(location, url).href;
      if (new URL(url).origin !== origin) return url;
      continue;
    }
    const page = await response.text();
    const form = /action="([^"]+)"/.exec(page)?.[1];
    if (!form) throw new Error(`the issuer answers ${response.status} at ${url}: ${page.slice(0, 200)}`);
    if (!fields) {
      url = `${new URL(form, url).href}/abort`;
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'consent';
    url = new URL(form, url).href;
    const body = new URLSearchParams({ prompt, ...(prompt === 'login' && { ...fields, password: 'any' }) });
    init = { method: 'POST', body };
  }
  throw new Error('the issuer leads in circles');
}
