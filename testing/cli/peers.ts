import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { TestContext } from 'node:test';
import { Provider } from 'oidc-provider';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** The only user and password that the mail server of a test accepts. */
export const mailLogin = { user: 'foyer', password: 'the-password-of-the-mail-server' };

/** A real mail server on a free port, closed after the test. */
export async function startMailServer(
  t: TestContext,
  options: SMTPServerOptions = {},
): Promise<{ port: number }> {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    onAuth: ({ username, password }, _session, done) => {
      if (username === mailLogin.user && password === mailLogin.password)
        return done(null, { user: username });
      done(new Error(`no login with ${password}`));
    },
    ...options,
  });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: portOf(listening) };
}

/** A real issuer of OpenID Connect on a free port. */
export async function startIssuer(
  t: TestContext,
  { clientSecret, redirectUri }: { clientSecret: string; redirectUri: string },
): Promise<{ issuer: string }> {
  const { port, answerWith } = await startWebServer(t);
  const issuer = `http://127.0.0.1:${port}`;
  const clients = [{ client_id: 'foyer', client_secret: clientSecret, redirect_uris: [redirectUri] }];
  const features = { devInteractions: { enabled: true } };
  answerWith(new Provider(issuer, { clients, features }).callback());
  return { issuer };
}

/** A web server on a free port with the given answer. */
export async function startWebServer(t: TestContext, answer: RequestListener = () => {}) {
  let current = answer;
  const server = createHttpServer((request, response) => current(request, response));
  const port = await listenFor(t, server);
  t.after(() => server.closeAllConnections());
  const answerWith = (other: RequestListener) => {
    current = other;
  };
  return { port, answerWith };
}

/** A port that accepts connections and never answers. */
export async function startSilence(t: TestContext): Promise<{ port: number }> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket.on('error', () => {}));
  });
  const port = await listenFor(t, server);
  t.after(() => {
    for (const socket of open) socket.destroy();
  });
  return { port };
}

async function listenFor(t: TestContext, server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => server.close());
  return portOf(server);
}

function portOf(server: { address: () => AddressInfo | string | null }): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen');
  return address.port;
}
