import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApp } from '../../server/src/app.ts';
import { onEveryDatabase } from '../database/database.ts';
import { newEmail } from '../server/app.ts';
import { startAppWithIssuer } from '../server/issuer.ts';

onEveryDatabase(({ place }) => {
  test("no changing route can be used by another site with a person's browser", async () => {
    const { app } = await startAppWithIssuer((await place()).url);
    const member = app.visitor();
    await member.register(newEmail(), await app.makeCode({ kind: 'registration' }));
    const { guest } = await app.guestWithChat(await app.makeCode());
    const routes = makeApp(app.parts).routes.filter(({ method }) => !['GET', 'ALL'].includes(method));
    const acts = new Set(routes.map(({ method, path }) => `${method} ${path}`));
    assert.ok(acts.size > 20, `the list of routes is complete: ${acts.size}`);
    for (const act of acts) {
      const [method = '', path = ''] = act.split(' ');
      const address = path.replace(/:\w+/g, crypto.randomUUID());
      for (const person of [member, guest, app.visitor()]) {
        for (const origin of ['https://evil.example', 'null', `${app.origin}.evil.example`]) {
          const answer = await person.send(method, address, {}, { origin });
          assert.deepEqual([answer.status, answer.code], [403, 'FOREIGN_ORIGIN'], `${act} from ${origin}`);
        }
      }
    }
    assert.equal((await member.chats()).status, 200);
    assert.equal((await guest.chats()).status, 200);
  });
});
