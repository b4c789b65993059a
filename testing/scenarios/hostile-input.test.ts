import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes as contract } from '@foyer/api';
import { addressOf, type Route } from '@foyer/api/route';
import { makeApp } from '../../server/src/app.ts';
import { onEveryDatabase } from '../database/database.ts';
import { goodPassword, newAddress, newEmail, startApp, type TestApp, type Visitor } from '../server/app.ts';
import { newOperator } from '../server/operators.ts';

/** Nearly the largest ordinary body, in bytes. */
const largest = 98_000;

const filled = (text: string) => text.repeat(Math.floor(largest / Buffer.byteLength(text)));

/** Texts on which careless code takes more than linear time. */
const hostile = {
  'marks of two classes': `a${'\u0344'.repeat(largest / 4)}${'\u0316'.repeat(largest / 4)}`,
  ligatures: filled('\ufdfa'),
  brackets: filled('['),
  'nested brackets': `${'('.repeat(largest / 2)}${')'.repeat(largest / 2)}`,
  blanks: `${' '.repeat(largest - 1)}x`,
  'inner blanks': `x${' '.repeat(largest - 2)}x`,
  dashes: filled('-'),
  'dotted I': filled('\u0130'),
  'an email of ats': filled('@'),
  'an email of dots': `a@${filled('a.').slice(0, -2)}`,
  'a digit for each code': filled('7K3M-9QXA-2FV8B '),
};

const marker = '<text>';

type Tried = {
  method: string;
  path: string;
  as: 'visitor' | 'guest' | 'member' | 'operator';
  body: Record<string, unknown>;
};

/** Bodies of operators that come further than the check of their form. */
const ofOperators: Record<string, Record<string, unknown>> = {
  'POST /api/operator/set-up/look': { token: marker },
  'POST /api/operator/set-up': { token: marker, password: 'short', email: 'a@example.org' },
  'POST /api/operator/confirm': { password: 'x', code: marker },
  'POST /api/operator/two-factor/confirm': { code: marker },
  'POST /api/operator/tokens': { name: marker, scopes: ['read'] },
  'PATCH /api/operator/settings': { version: 0, changes: { BRAND_NAME: marker }, dryRun: true },
};

/** Every route with a body, and a valid body. Each text in it is replaced with a hostile one in turn. */
const routes: Tried[] = [
  {
    method: 'POST',
    path: '/api/auth/sign-in/invitation-code',
    as: 'visitor',
    body: { code: marker, attemptId: 'a'.repeat(32) },
  },
  { method: 'POST', path: '/api/auth/invitation-code/check', as: 'visitor', body: { code: marker } },
  {
    method: 'POST',
    path: '/api/auth/sign-up/email',
    as: 'visitor',
    body: { email: 'a@example.org', password: 'short', invitationCode: marker, name: marker },
  },
  {
    method: 'POST',
    path: '/api/auth/invitation-code/convert',
    as: 'guest',
    body: { email: 'a@example.org', password: 'short', invitationCode: marker },
  },
  {
    method: 'POST',
    path: '/api/auth/sign-in/email',
    as: 'visitor',
    body: { email: 'a', password: 'x', guestChats: 'move' },
  },
  { method: 'POST', path: '/api/auth/sign-out', as: 'visitor', body: {} },
  {
    method: 'POST',
    path: '/api/auth/sign-in/social',
    as: 'visitor',
    body: { provider: 'google', invitationCode: marker, guestChats: 'move' },
  },
  {
    method: 'POST',
    path: '/api/auth/invitation-code/convert-social',
    as: 'guest',
    body: { provider: 'google', invitationCode: marker },
  },
  {
    method: 'POST',
    path: '/api/auth/send-verification-email',
    as: 'visitor',
    body: { email: 'a@example.org' },
  },
  { method: 'POST', path: '/api/auth/verify-email', as: 'visitor', body: { token: marker } },
  {
    method: 'POST',
    path: '/api/auth/request-password-reset',
    as: 'visitor',
    body: { email: 'a@example.org' },
  },
  {
    method: 'POST',
    path: '/api/auth/reset-password',
    as: 'visitor',
    body: { token: marker, newPassword: 'short' },
  },
  {
    method: 'POST',
    path: '/api/account/password',
    as: 'member',
    body: { currentPassword: 'x', newPassword: 'short' },
  },
  { method: 'POST', path: '/api/account/email', as: 'member', body: { email: 'a', password: 'x' } },
  { method: 'POST', path: '/api/account/logins', as: 'member', body: { provider: 'google', password: 'x' } },
  { method: 'DELETE', path: '/api/account/logins/:id', as: 'member', body: { password: 'x' } },
  { method: 'DELETE', path: '/api/account/sessions', as: 'member', body: {} },
  { method: 'DELETE', path: '/api/account/sessions/:id', as: 'member', body: {} },
  { method: 'DELETE', path: '/api/account', as: 'member', body: { password: 'x' } },
  { method: 'POST', path: '/api/account/new-key', as: 'guest', body: {} },
  { method: 'PATCH', path: '/api/chats/:id', as: 'guest', body: { title: marker } },
  { method: 'DELETE', path: '/api/chats/:id', as: 'guest', body: {} },
  { method: 'POST', path: '/api/chats/:id/restore', as: 'guest', body: {} },
  { method: 'PUT', path: '/api/drafts/:id', as: 'guest', body: { text: marker } },
  { method: 'POST', path: '/api/language', as: 'visitor', body: { language: marker } },
  { method: 'POST', path: '/api/chats/search', as: 'guest', body: { text: marker } },
  { method: 'POST', path: '/api/chats/:id/messages', as: 'guest', body: { id: marker, text: 'hello' } },
  { method: 'POST', path: '/api/chats/:id/retry', as: 'guest', body: { last: marker } },
  { method: 'POST', path: '/api/chats/:id/continue', as: 'guest', body: { last: marker } },
  { method: 'POST', path: '/api/chats/:id/stop', as: 'guest', body: {} },
  ...contract.filter(({ base, method }) => base.startsWith('/api/operator') && method !== 'GET').map(triedBy),
];

function triedBy(route: Route): Tried {
  const { method, body } = route;
  const path = addressOf(route);
  const fields = body && 'shape' in body ? Object.keys(Object(body.shape)) : [];
  const texts = Object.fromEntries(fields.map((field) => [field, marker]));
  return { method, path, as: 'operator', body: ofOperators[`${method} ${path}`] ?? texts };
}

onEveryDatabase(({ place, kind }) => {
  // Texts are handled before the database is asked, so one database is enough.
  if (kind === 'postgres') return;

  test('all routes with a body are tried', async () => {
    const app = await startApp((await place()).url);
    const { routes: mounted } = makeApp(app.parts);
    const taking = mounted
      .filter(
        ({ method, path }) => ['POST', 'PUT', 'PATCH', 'DELETE'].includes(method) && !path.endsWith('*'),
      )
      .map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(
      [...new Set(taking)].sort(),
      routes.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });

  test('no text in a body delays others 20 times as long as an ordinary one', async () => {
    const app = await startApp((await place()).url, {
      GOOGLE_CLIENT_ID: 'someone',
      GOOGLE_CLIENT_SECRET: 'something',
    });
    const people = await peopleOf(app);
    const slow: string[] = [];
    for (const { method, path, as, body } of routes) {
      const address = path.replaceAll(/:\w+/g, crypto.randomUUID());
      const pauseOf = (sent: object) => {
        const text = JSON.stringify(sent);
        const from = { 'x-forwarded-for': newAddress() };
        return longestPause(() => people[as].send(method, address, text, from));
      };
      const ordinary = [];
      for (let round = 0; round < 7; round++) ordinary.push(await pauseOf(body));
      const usual = ordinary.sort((a, b) => a - b)[3] ?? 0;
      for (const field of Object.keys(body)) {
        for (const [name, text] of Object.entries(hostile)) {
          let pause = Number.POSITIVE_INFINITY;
          // The shortest of several: other work of this process does not count.
          for (let round = 0; round < 5 && pause > 20 * usual; round++)
            pause = Math.min(pause, await pauseOf({ ...body, [field]: text }));
          if (pause > 20 * usual)
            slow.push(
              `${method} ${path}: ${field} of ${name}: ${pause.toFixed(1)} ms, usually ${usual.toFixed(1)}`,
            );
        }
      }
    }
    assert.deepEqual(slow, []);
    // So many refused tries are told to operators, rightly.
    assert.deepEqual(
      app.logged.filter((line) => !line.includes('"refused-tries"')),
      [],
    );
  });

  test('the longest path, query, cookie or header delays nobody longer than a short one', async () => {
    const app = await startApp((await place()).url);
    const person = app.visitor();
    const long = 'a.'.repeat(7000);
    const ask = (path: string, headers: Record<string, string>) => () =>
      person.send('GET', path, undefined, headers);
    const usual = await shortest(ask('/api/access', { cookie: 'a=b' }));
    const tried = {
      path: ask(`/api/chats/${long}`, {}),
      query: ask(`/api/auth/callback/oidc-1?state=${long}`, {}),
      cookie: ask('/api/access', { cookie: `foyer.session_token=${long}` }),
      cookies: ask('/api/access', { cookie: 'a=b;'.repeat(3500) }),
      proxies: ask('/api/access', { 'x-forwarded-for': '1.2.3.4,'.repeat(1700) }),
      proxy: ask('/api/access', { 'x-forwarded-for': '1:'.repeat(7000) }),
      trace: ask('/api/access', { traceparent: long }),
    };
    const slow: string[] = [];
    for (const [name, work] of Object.entries(tried)) {
      const pause = await shortest(work);
      if (pause > 20 * usual) slow.push(`${name}: ${pause.toFixed(1)} ms, usually ${usual.toFixed(1)}`);
    }
    assert.deepEqual(slow, []);
  });
});

async function peopleOf(app: TestApp): Promise<Record<Tried['as'], Visitor>> {
  const operator = (await newOperator(app)).browser;
  const people = { visitor: app.visitor(), guest: app.visitor(), member: app.visitor(), operator };
  await people.guest.enter(await app.makeCode());
  await people.member.register(newEmail(), await app.makeCode({ kind: 'registration' }), goodPassword);
  return people;
}

async function shortest(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) least = Math.min(least, await longestPause(work));
  return least;
}

/** The longest time that the event loop was blocked, in milliseconds. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  await work();
  isOver = true;
  return longest;
}
