import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operatorWith } from '../../../../testing/cli/cli.ts';
import { onEveryDatabase } from '../../../../testing/database/database.ts';
import { newAddress, newEmail, startApp, visitor } from '../../../../testing/server/app.ts';
import { newMember } from '../../../../testing/server/operators.ts';

/** Of the test server. */
const secret = 'a secret of the tests, long enough';

onEveryDatabase(({ place }) => {
  test('operators are added, listed and removed on the command line', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const { foyerAs } = await operatorWith({ databaseUrl: url, isMigrated: false });
    const env = { SECRET: secret, PUBLIC_URL: app.origin };
    const foyer = (...args: string[]) => foyerAs({ env }, ...args);
    const email = newEmail();

    const added = await foyer('operator', 'add', email);
    assert.match(
      added.stdout,
      /^http:\S+\/operator#token=[\w-]{43}\n\nWorks once, until .*Z\. Send it privately/,
    );
    const token = added.stdout.split('\n')[0]?.split('=')[1];
    assert.match((await foyer('operator', 'list')).stdout, new RegExp(`^${email}  invited`));
    const browser = visitor(app.origin, newAddress());
    const body = { token, password: 'quiet-harbour-lantern' };
    assert.equal((await browser.post('/api/operator/set-up', body)).status, 200);

    const member = await newMember(app);
    const made = await foyer('operator', 'add', member.email.toUpperCase());
    assert.match(made.stdout, /is an operator now\. The console:\nhttp:\S+\/console\n/);
    assert.match(made.stdout, /never confirmed: .*\n.*member reset-link/);
    assert.equal((await member.browser.get('/api/operator/me')).status, 200);
    const listed = JSON.parse((await foyer('operator', 'list', '--json')).stdout);
    assert.deepEqual(
      listed.operators.map((one: { email: string }) => one.email).sort(),
      [email, member.email].sort(),
    );

    assert.match((await foyer('operator', 'remove', email)).stdout, /ordinary member now\.\n$/);
    assert.equal((await browser.get('/api/operator/me')).code, 'NOT_AN_OPERATOR');
    assert.match((await foyer('operator', 'remove', member.email)).stdout, /There is no operator any more/);
    const nobody = await foyer('operator', 'remove', email);
    assert.deepEqual(
      [nobody.exitCode, nobody.stderr],
      [1, `foyer: no operator has the email address ${email}\n`],
    );
    assert.equal((await foyer('operator', 'add', 'ada')).exitCode, 1);
  });

  test('tokens are created, listed and revoked on the command line', async () => {
    const { url } = await place();
    const app = await startApp(url);
    const { foyerAs } = await operatorWith({ databaseUrl: url, isMigrated: false });
    const foyer = (...args: string[]) => foyerAs({ env: { SECRET: secret } }, ...args);
    const made = await foyer('token', 'create', '--name', 'cards', '--scope', 'read', '--scope', 'codes');
    const [token = ''] = made.stdout.split('\n');
    assert.match(made.stdout, /^foyer_[\w-]{43}\n\nIt may do: read, codes\./);
    const ask = () =>
      app.visitor().send('GET', '/api/operator/me', undefined, { authorization: `Bearer ${token}` });
    assert.equal((await ask()).status, 200);
    const [listed] = JSON.parse((await foyer('token', 'list', '--json')).stdout);
    assert.deepEqual([listed.name, listed.scopes, listed.revokedAt], ['cards', ['read', 'codes'], null]);
    assert.ok(Date.now() - Date.parse(listed.lastUsedAt) < 60_000);
    assert.equal((await foyer('token', 'revoke', listed.id)).stdout, 'The token is revoked.\n');
    assert.equal((await ask()).code, 'TOKEN_INVALID');
    assert.match((await foyer('token', 'list')).stdout, /revoked \d{4}-/);
    assert.equal((await foyer('token', 'revoke', 'x')).exitCode, 1);
  });
});
