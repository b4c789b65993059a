import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryDatabase } from '../database/database.ts';
import { newEmail } from '../server/app.ts';
import { startAppWithIssuer } from '../server/issuer.ts';

const link = { path: '/api/account/logins' };

onEveryDatabase(({ place }) => {
  test('six members link one provider account at once: one succeeds, and five read that it is taken', async () => {
    const { app, issuer } = await startAppWithIssuer((await place()).url);
    const { name } = issuer.add();
    const members = Array.from({ length: 6 }, () => app.visitor());
    const ways: { member: (typeof members)[number]; back: string }[] = [];
    for (const member of members) {
      await member.register(newEmail(), await app.makeCode({ kind: 'registration' }));
      ways.push({ member, back: await issuer.letIn(await member.setOut(link), name) });
    }
    const landings = await Promise.all(ways.map(({ member, back }) => member.comeBack(back)));
    const taken = '/account?refusal=PROVIDER_TAKEN&provider=oidc-1';
    assert.deepEqual(landings.sort(), ['/account', ...Array(5).fill(taken)]);
    const accounts = await app.db.selectFrom('account').select('providerId').execute();
    assert.equal(accounts.filter(({ providerId }) => providerId === 'oidc-1').length, 1);
  });
});
