import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { routes } from '@foyer/api/pages';
import { directionOf, languages } from '@foyer/policy';
import { builtPages, staticPages } from './static-pages.ts';

const folder = builtPages(join(import.meta.dirname, '../../..'));
assert.ok(folder, 'the pages are not built: `npm run build`');
const app = staticPages(folder, () => 'en');
const html = { accept: 'text/html,application/xhtml+xml' };
const indexOf = async (response: Response) => (await response.text()).includes('<div id="root">');

test('every page is one file, fresh each time', async () => {
  const paths = Object.values(routes).map(({ path }) => path.replace(':id', '123'));
  for (const path of [...paths, '/login/']) {
    const response = await app.request(path, { headers: html });
    assert.deepEqual([response.status, response.headers.get('cache-control')], [200, 'no-store'], path);
    assert.ok(await indexOf(response));
  }
});

test("the chat page names the chat's script at once", async () => {
  const scriptsAt = async (path: string) =>
    [...(await (await app.request(path)).text()).matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(
      ([, name]) => name,
    );
  const [chat, login] = [await scriptsAt('/chat/123'), await scriptsAt('/login')];
  const further = chat.filter((name) => !login.includes(name));
  assert.ok(
    further.some((name) => name?.includes('/ChatPage-')),
    further.join(),
  );
  for (const name of further) assert.equal((await app.request(name ?? '')).status, 200);
});

test('assets are compressed and cached for ever', async () => {
  const [script] = /\/assets\/[^"]+\.js/.exec(await (await app.request('/')).text()) ?? [];
  const response = await app.request(script ?? '', { headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-encoding'), 'br');
  assert.match(response.headers.get('cache-control') ?? '', /immutable/);
});

test('a link whose # was encoded or lost on its way is the page', async () => {
  const paths = [
    '/%23invite-code=7K3M-9QXA-2FV8B',
    '/register%23invite-code=7K3M-9QXA-2FV8B',
    '/%2523INVITE_CODE%253D7K3M',
    '/login/%3Finvite%2Dcode%3D7K3M',
    '/invite-code=7K3M-9QXA-2FV8B.',
    '/verify%23token=abc',
    '/reset-password%23token=abc',
    '/%23invite-code=%E0%A4',
  ];
  for (const path of paths) {
    const response = await app.request(path);
    assert.deepEqual([response.status, response.headers.get('cache-control')], [200, 'no-store'], path);
    assert.ok(await indexOf(response), path);
  }
  assert.equal((await app.request('/api/%23token=abc', { headers: html })).status, 404);
});

test('a mistyped address shows people the page, and programs a 404', async () => {
  const forPeople = await app.request('/loign', { headers: html });
  assert.equal(forPeople.status, 404);
  assert.ok(await indexOf(forPeople));
  for (const path of [
    '/nothing',
    '/assets/none.js',
    '/api/nothing',
    '/../package.json',
    '/%2e%2e/package.json',
  ]) {
    const response = await app.request(path);
    assert.equal(response.status, 404, path);
    assert.ok(!(await indexOf(response)), path);
  }
  assert.equal((await app.request('/api/nothing', { headers: html })).status, 404);
});

test('robots are kept out', async () => {
  const response = await app.request('/robots.txt');
  assert.match(await response.text(), /Disallow: \//);
});

test('every language is a page of its own, with its direction and its texts at once', async () => {
  for (const language of languages) {
    for (const path of ['/login', '/chat']) {
      const response = await app.request(path, { headers: { cookie: `a=b; language=${language}` } });
      const page = await response.text();
      assert.match(page, new RegExp(`<html lang="${language}" dir="${directionOf(language)}">`));
      assert.equal(response.headers.get('vary'), 'Cookie, Accept-Language');
      const texts = [...page.matchAll(/texts-(\w+)-(\w+)-/g)].map(([, of, part]) => `${of} ${part}`);
      const inside = path === '/chat' ? [`${language} inside`] : [];
      assert.deepEqual(texts.sort(), [`${language} entry`, ...inside]);
      const isEnglish = /<noscript>Foyer needs/.test(page);
      assert.equal(isEnglish, language === 'en');
    }
  }
  const asked = await app.request('/nothing-here', {
    headers: { ...html, 'accept-language': 'uk-UA,en;q=0.5' },
  });
  assert.match(await asked.text(), /<html lang="uk"/);
  assert.match(await (await staticPages(folder, () => 'sw').request('/')).text(), /<html lang="sw"/);
});
