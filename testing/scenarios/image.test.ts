import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createCodes } from '@foyer/invitation-codes/codes';
import { deriveKeys } from '@foyer/invitation-codes/seal';
import { until } from '../chats/read-reply.ts';
import { freePort, onEveryDatabase } from '../database/database.ts';
import { anyCode, newAddress, visitor } from '../server/app.ts';
import { runImage } from '../server/image.ts';

onEveryDatabase(({ open, kind }) => {
  // This installs all packages.
  if (kind === 'sqlite' || !process.env.LONG_TESTS) return;

  test('the commands of the Dockerfile build a server that runs as an unprivileged user on a read-only root', async () => {
    const { db, url } = await open();
    const secret = 'a secret in a file of its own, long enough';
    const port = String(await freePort());
    const origin = 'https://chat.example.org';
    const container = await runImage(
      {
        ...{ PORT: port, HOST: '127.0.0.1', PUBLIC_URL: origin, TRUST_PROXY: 'loopback' },
        ...{ DATABASE_URL_FILE: '/run/secrets/database-url', SECRET_FILE: '/run/secrets/foyer-secret' },
      },
      { 'database-url': url, 'foyer-secret': secret },
    );
    after(container.stop);
    await until(async () => {
      assert.ok(!container.isOver(), container.said());
      return container.isHealthy();
    }, 300_000);

    const code = anyCode();
    await createCodes(db, deriveKeys(secret), [code], { createdBy: 'create', now: Date.now() });
    const guest = visitor(`http://127.0.0.1:${port}`, newAddress(), origin);
    assert.match(String((await guest.get('/')).body), /<title>/);
    assert.equal((await guest.enter(code.code)).status, 200);
    assert.equal((await guest.logOut()).status, 200);

    assert.equal(await container.run('./foyer', 'codes', 'create', '--kind', 'login', '--uses', '100'), 0);
    const file = '/tmp/codes.csv';
    const rows = `invitation_code,invitation_type,allowed_usage,valid_from,valid_until
      SPRING-2027,LOGIN,25,2027-02-01,2027-06-30`.replaceAll(/^ +/gm, '');
    const importing = `printf '%s' "$0" > ${file} && ./foyer codes import --input-file ${file} --hot-run`;
    assert.equal(await container.run('sh', '-c', importing, rows), 0);
    assert.equal((await db.selectFrom('invitationCode').select('id').execute()).length, 3);
    assert.notEqual(await container.run('touch', '/var/tmp/x'), 0, 'nobody writes to the root');
    assert.equal(await container.run('touch', '/data/x'), 0, 'its user writes to its volume');
    assert.equal(await container.stop(), 0);
  });
});
