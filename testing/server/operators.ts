import type { Scope } from '@foyer/api/route';
import { command } from '../../server/src/audit/note-act.ts';
import { makeOperator } from '../../server/src/operators/operators.ts';
import { createToken } from '../../server/src/operators/tokens.ts';
import { newEmail, type TestApp, type Visitor } from './app.ts';

/** A member with a session of their own. */
export async function newMember(app: TestApp): Promise<{ id: string; email: string; browser: Visitor }> {
  const browser = app.visitor();
  const email = newEmail();
  const code = await app.makeCode({ kind: 'registration' });
  const { status, body } = await browser.register(email, code);
  if (status !== 200) throw new Error(`not registered: ${JSON.stringify(body)}`);
  return { id: (body as { user: { id: string } }).user.id, email, browser };
}

/** An operator who has just logged in. */
export async function newOperator(app: TestApp) {
  const member = await newMember(app);
  await makeOperator(app.db, member.id, { actor: command, now: Date.now() });
  return member;
}

/** The headers of a request with a new token. */
export async function newToken(app: TestApp, ...scopes: Scope[]) {
  const made = await createToken(app.db, { name: 'a test', scopes }, { actor: command, now: Date.now() });
  return { id: made.id, token: made.token, headers: { authorization: `Bearer ${made.token}` } };
}
