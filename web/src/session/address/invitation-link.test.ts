import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLinkCode } from './invitation-link.ts';

const cases = [
  ['a search parameter', '/?invite-code=SPRING-2027', 'SPRING-2027', '/'],
  ['a fragment', '/login#invite-code=7K3M-9QXA-2FV8B', '7K3M-9QXA-2FV8B', '/login'],
  ['an escaped code', '/#invite-code=caf%C3%A9%20one', 'café one', '/'],
  ['both: the fragment wins', '/?invite-code=a#invite-code=b', 'b', '/'],
  [
    'other parameters, which stay',
    '/register?lang=en&invite-code=a&x=1#top=2',
    'a',
    '/register?lang=en&x=1#top=2',
  ],
  ['several codes, which are all removed', '/?invite-code=a&invite-code=b', 'a', '/'],
  ['an empty code, which is ignored', '/?invite-code=', null, '/'],
  ['no code', '/login?next=1#part', null, '/login?next=1#part'],
] as const;

for (const [what, path, code, cleaned] of cases) {
  test(`a link is read with ${what}`, () => {
    const read = readLinkCode(`http://foyer.example${path}`);
    assert.deepEqual(read, { code, cleaned: `http://foyer.example${cleaned}` });
  });
}
