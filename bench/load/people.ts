import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { secret } from '../measure/foyer.ts';
import { type RequestKind, requestOf } from './requests.ts';

/** Sends one request. Returns the cookie that it sets. */
export async function signIn(origin: string, kind: RequestKind): Promise<string> {
  const { path, ...request } = requestOf(kind, origin);
  const response = await fetch(`${origin}${path}`, request);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return cookieOf(response);
}

export async function signInEach(origin: string, kind: RequestKind, people: number): Promise<string[]> {
  const cookies: string[] = [];
  const oneAfterAnother = async () => {
    while (cookies.length < people) cookies.push(await signIn(origin, kind));
  };
  await Promise.all(Array.from({ length: 4 }, oneAfterAnother));
  return cookies.slice(0, people);
}

/** Follows a new set-up link. Returns the cookie of the operator. */
export async function becomeOperator(origin: string, databaseUrl: string): Promise<string> {
  const launcher = join(import.meta.dirname, '../../foyer');
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl, SECRET: secret, PUBLIC_URL: origin };
  const { stdout } = await promisify(execFile)(launcher, ['operator', 'add', 'bench@example.org'], { env });
  const [, token] = /#token=([\w-]+)/.exec(stdout) ?? [];
  const headers = { origin, 'content-type': 'application/json' };
  const body = JSON.stringify({ token, password: 'quiet-harbour-lantern' });
  const response = await fetch(`${origin}/api/operator/set-up`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return cookieOf(response);
}

function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
