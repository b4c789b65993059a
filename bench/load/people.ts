import { type RequestKind, requestOf } from './requests.ts';

/** Sends one request. Returns the cookie that it sets. */
export async function signIn(origin: string, kind: RequestKind): Promise<string> {
  const { path, ...request } = requestOf(kind, origin);
  const response = await fetch(`${origin}${path}`, request);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

export async function signInEach(origin: string, kind: RequestKind, people: number): Promise<string[]> {
  const cookies: string[] = [];
  const oneAfterAnother = async () => {
    while (cookies.length < people) cookies.push(await signIn(origin, kind));
  };
  await Promise.all(Array.from({ length: 4 }, oneAfterAnother));
  return cookies.slice(0, people);
}
