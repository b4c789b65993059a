import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Access } from '@foyer/api/access';
import { onEveryDatabase } from '../../../testing/database/database.ts';
import { newEmail, startApp } from '../../../testing/server/app.ts';
import { startMailbox } from '../../../testing/server/mailbox.ts';

const folder = await mkdtemp(join(tmpdir(), 'foyer-brand-'));
after(() => rm(folder, { recursive: true }));
const logo = join(folder, 'logo.png');
const picture = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
await writeFile(logo, picture);

onEveryDatabase(({ place }) => {
  test('the pages learn who invites, and everybody may see the logo', async () => {
    const app = await startApp((await place()).url, {
      BRAND_NAME: 'Harbour Advice',
      BRAND_LOGO_FILE: logo,
      BRAND_ACCENT: '#7a1f5c',
      PRIVACY_URL: 'https://www.example.org/privacy',
    });
    const { brand } = (await app.visitor().send('GET', '/api/access')).body as Access;
    assert.deepEqual(
      [brand.name, brand.accent?.light.accent, brand.privacyUrl, brand.imprintUrl],
      ['Harbour Advice', '#7a1f5c', 'https://www.example.org/privacy', null],
    );
    await writeFile(logo, '<svg onload="alert(1)"/>');
    const response = await fetch(`${app.origin}${brand.logo}`);
    assert.equal(response.headers.get('Content-Type'), 'image/png');
    assert.equal(response.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.match(response.headers.get('Cache-Control') ?? '', /^public, max-age=\d+, immutable$/);
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), picture, 'as it was at the start');
    await writeFile(logo, picture);
  });

  test('without settings the house is Foyer, and there is no logo', async () => {
    const mailbox = await startMailbox();
    const app = await startApp((await place()).url, mailbox.settings);
    const { brand } = (await app.visitor().send('GET', '/api/access')).body as Access;
    assert.deepEqual([brand.name, brand.logo, brand.accent], ['Foyer', null, null]);
    const missing = await app.visitor().send('GET', '/api/brand/logo');
    assert.deepEqual([missing.status, missing.code], [404, 'NOT_FOUND']);
    assert.equal(missing.headers.get('Cache-Control'), 'no-store');
    assert.equal(
      await subjectFrom(app, mailbox),
      `Confirm your email address for ${new URL(app.origin).host}`,
    );
  });

  test('letters name the house, with the address that people can check', async () => {
    const mailbox = await startMailbox();
    const app = await startApp((await place()).url, { ...mailbox.settings, BRAND_NAME: 'Harbour Advice' });
    const { host } = new URL(app.origin);
    assert.equal(await subjectFrom(app, mailbox), `Confirm your email address for Harbour Advice (${host})`);
  });
});

async function subjectFrom(
  app: Awaited<ReturnType<typeof startApp>>,
  mailbox: Awaited<ReturnType<typeof startMailbox>>,
) {
  const email = newEmail();
  await app.visitor().register(email, await app.makeCode({ kind: 'registration' }));
  return (await mailbox.take(email)).subject;
}
