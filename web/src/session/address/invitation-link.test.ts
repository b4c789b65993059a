import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLinkCode } from './invitation-link.ts';
import { repairLink } from './repair-link.ts';

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
  ['an encoded #', '/%23invite-code=SPRING-2027', 'SPRING-2027', '/'],
  ['a # encoded twice', '/register/%2523invite-code%253DSPRING', 'SPRING', '/register'],
  ['an encoded # on a page', '/register%23invite-code=SPRING-2027', 'SPRING-2027', '/register'],
  ['an encoded ?', '/login%3Finvite-code=SPRING&x=1', 'SPRING', '/login'],
  ['a lost #', '/invite-code=SPRING-2027', 'SPRING-2027', '/'],
  ['an encoded =', '/#invite-code%3DSPRING-2027', 'SPRING-2027', '/'],
  ['an encoded hyphen', '/#invite%2Dcode=SPRING%2D2027', 'SPRING-2027', '/'],
  ['capitals', '/#INVITE-CODE=SPRING-2027', 'SPRING-2027', '/'],
  ['a low line', '/#invite_code=SPRING-2027', 'SPRING-2027', '/'],
  ['a low line in a search parameter', '/?invite_code=SPRING-2027', 'SPRING-2027', '/'],
  ['a slash of a program with pages', '/#/invite-code=SPRING-2027', 'SPRING-2027', '/'],
  ['a search parameter of a mailing', '/#invite-code=SPRING-2027?utm_source=mail', 'SPRING-2027', '/'],
  ['an escaped & after it', '/#invite-code=SPRING-2027&amp;x=1', 'SPRING-2027', '/'],
  ['an escaped & in a search', '/?invite-code=SPRING-2027&amp;x=1&y=2', 'SPRING-2027', '/?y=2'],
  ['a text fragment', '/#invite-code=SPRING-2027:~:text=hello', 'SPRING-2027', '/'],
  ['an encoded search parameter', '/?invite-code%3DSPRING-2027', 'SPRING-2027', '/'],
  ['a broken escape', '/#invite-code=SPRING%E0%A4', 'SPRING%E0%A4', '/'],
  ['no code', '/login?next=1#part', null, '/login?next=1#part'],
] as const;

for (const [what, path, code, cleaned] of cases) {
  test(`a link is read with ${what}`, () => {
    const read = readLinkCode(repairLink(`http://foyer.example${path}`));
    assert.deepEqual(read, { code, cleaned: `http://foyer.example${cleaned}` });
  });
}
