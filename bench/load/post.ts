/** Throws when the server refuses. */
export async function post(origin: string, path: string, body: object, cookie = ''): Promise<void> {
  const headers = { origin, 'content-type': 'application/json', ...(cookie && { cookie }) };
  const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
}
