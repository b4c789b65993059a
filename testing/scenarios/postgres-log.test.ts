import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { readReply } from '../chats/read-reply.ts';
import { kinds, startPostgres } from '../database/database.ts';
import { goodPassword, newEmail, startApp, type TestApp } from '../server/app.ts';

const attemptId = () => randomBytes(16).toString('hex');

if (kinds.includes('postgres'))
  test('ordinary work leaves no error in the log of PostgreSQL', async () => {
    const postgres = await startPostgres(['fsync=off']);
    after(postgres.stop);
    const app = await startApp(postgres.url);
    await enterAgainAndAgain(app);
    await askAtOnce(app);
    await leaveInTheMiddle(app);
    await becomeMembers(app);
    await app.close();
    assert.deepEqual(postgres.logged.join('').match(/^.*(ERROR|FATAL|PANIC):.*$/gm) ?? [], []);
  });

/** A used-up code, retries of entries, and unknown codes. */
async function enterAgainAndAgain(app: TestApp) {
  const code = await app.makeCode({ allowed: 20 });
  const attempts = Array.from({ length: 5 }, attemptId);
  const first = await Promise.all(attempts.map((attempt) => app.visitor().enter(code, attempt)));
  const again = await Promise.all(attempts.map((attempt) => app.visitor().enter(code, attempt)));
  const idsOf = (answers: typeof first) => answers.map(({ body }) => JSON.stringify(body));
  assert.deepEqual(idsOf(again), idsOf(first));
  assert.ok([...first, ...again].every(({ status }) => status === 200));
  assert.equal((await app.usesOf(code)).remaining, 15);
  const once = await app.makeCode({ allowed: 1 });
  const crowd = await Promise.all(attempts.map(() => app.visitor().enter(once, attemptId())));
  assert.equal(crowd.filter(({ status }) => status === 200).length, 1);
  assert.equal((await app.visitor().enter('never-made', attemptId())).status, 400);
}

/** Two tabs that send at once, a repeated message, a retry, a stop. */
async function askAtOnce(app: TestApp) {
  const guest = app.visitor();
  await guest.enter(await app.makeCode());
  const chat = `/api/chats/${randomUUID()}`;
  const send = (id = randomUUID() as string) => guest.begin(`${chat}/messages`, { id, text: 'Hello' });
  for (let round = 0; round < 5; round++) {
    const id = randomUUID();
    const answers = await Promise.all([send(id), send(id), send(), send(), send()]);
    for (const answer of answers) if (answer.status === 200) await readReply(answer);
    assert.ok(answers.some(({ status }) => status === 200));
  }
  const retries = await Promise.all([1, 2, 3].map(() => guest.begin(`${chat}/retry`)));
  for (const answer of retries) if (answer.status === 200) await readReply(answer);
  await guest.post(`${chat}/stop`);
}

/** Deleted chats, and guests who leave, while a reply is written. */
async function leaveInTheMiddle(app: TestApp) {
  for (let round = 0; round < 5; round++) {
    const guest = app.visitor();
    await guest.enter(await app.makeCode());
    const id = randomUUID();
    const reply = await guest.begin(`/api/chats/${id}/messages`, { id: randomUUID(), text: 'Hello' });
    if (round % 2 === 0) assert.equal((await guest.send('DELETE', `/api/chats/${id}`)).status, 204);
    assert.equal((await guest.logOut()).status, 200);
    await reply.text().catch(() => {});
  }
}

/** Conversions, registrations with a taken email, and failed logins. */
async function becomeMembers(app: TestApp) {
  const email = newEmail();
  const guest = app.visitor();
  await guest.enter(await app.makeCode());
  assert.equal((await guest.convert(email)).status, 200);
  const code = await app.makeCode({ kind: 'registration', allowed: 3 });
  assert.equal((await app.visitor().register(email, code)).code, 'USER_ALREADY_EXISTS');
  assert.equal((await app.visitor().login(email, 'wrong-harbour')).status, 401);
  const member = app.visitor();
  assert.equal((await member.login(email)).status, 200);
  const proof = { password: goodPassword };
  assert.equal((await member.send('DELETE', '/api/account', proof)).status, 204);
}
