import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from './api/session.ts';
import { destinationOf } from './destination.ts';
import { matchRoute } from './routes.ts';

const member: Person = {
  id: 'ada',
  isGuest: false,
  email: 'ada@example.org',
  mustVerify: false,
  conversion: null,
  assistant: { id: null, name: null, greeting: null, beginnings: [], help: [], picture: null },
  terms: { messages: null, messagesPerDay: null, dayEndsAt: null, minutes: null },
  left: { messages: null, messagesToday: null, endsAt: null },
};
const guest: Person = {
  id: 'guest',
  isGuest: true,
  email: null,
  mustVerify: false,
  conversion: 'free',
  assistant: member.assistant,
  terms: member.terms,
  left: member.left,
};
const keptGuest: Person = { ...guest, conversion: 'off' };
const toChat = { redirect: '/chat' };

// What a visitor, a guest, a guest who cannot have an account, and a member get at each address.
const rows = [
  ['/', 'show', toChat, toChat, toChat],
  ['/login', 'show', toChat, toChat, toChat],
  ['/register', 'show', toChat, toChat, toChat],
  ['/one-more-step', 'show', toChat, toChat, toChat],
  ['/forgot-password', 'show', toChat, toChat, toChat],
  ['/verify', 'show', 'show', 'show', 'show'],
  ['/reset-password/', 'show', 'show', 'show', 'show'],
  ['/create-account', 'log-in', 'show', toChat, toChat],
  ['/account', 'log-in', toChat, toChat, 'show'],
  ['/chat', 'log-in', 'show', 'show', 'show'],
  ['/chat/1', 'log-in', 'show', 'show', 'show'],
  ['/console', 'log-in', toChat, toChat, 'show'],
  ['/console/codes/1', 'log-in', toChat, toChat, 'show'],
  ['/room/1', 'show', 'show', 'show', 'show'],
  ['/operator', 'show', 'show', 'show', 'show'],
  ['/nowhere', { redirect: '/' }, toChat, toChat, toChat],
] as const;

for (const [path, ...expected] of rows) {
  test(`${path} is shown to its audience only`, () => {
    const people = [null, guest, keptGuest, member];
    const seen = people.map((person) => destinationOf(matchRoute(path), { person, sendsMail: true }));
    assert.deepEqual(seen, expected);
  });
}

test('where no mail is sent, the page for a forgotten password leads to the login', () => {
  const bootstrap = { person: null, sendsMail: false };
  assert.deepEqual(destinationOf(matchRoute('/forgot-password'), bootstrap), { redirect: '/login' });
});
