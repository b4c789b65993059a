import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readToken } from './mail-token.ts';
import { repairLink } from './repair-link.ts';

const cases = [
  ['the link that confirms an address', '/verify#token=a.b-c_d', 'a.b-c_d', '/verify'],
  ['the link to a new password', '/reset-password#token=abc', 'abc', '/reset-password'],
  ['a slash at the end', '/verify/#token=abc', 'abc', '/verify/'],
  ['other parameters', '/verify?a=1#token=abc&b=2', 'abc', '/verify?a=1'],
  ['a sign of a sentence after it', '/verify#token=a-b_.', 'a-b_', '/verify'],
  ['an encoded sign', '/verify#token%3Dabc&amp;x=1', 'abc', '/verify'],
  ['an encoded #', '/reset-password%23token=abc', 'abc', '/reset-password'],
  ['a # encoded twice', '/verify/%2523token%253Dabc', 'abc', '/verify'],
  ['a lost #', '/verify/token=abc?utm=1', 'abc', '/verify?utm=1'],
  ['an empty token, which is ignored', '/verify#token=', null, '/verify'],
  [
    'a search parameter, which is ignored: the server has seen it',
    '/verify?token=abc',
    null,
    '/verify?token=abc',
  ],
  ['another page, where it is ignored', '/login#token=abc', null, '/login#token=abc'],
] as const;

for (const [what, path, token, cleaned] of cases) {
  test(`a token is read with ${what}`, () => {
    const read = readToken(repairLink(`http://foyer.example${path}`));
    assert.deepEqual(read, { token, cleaned: `http://foyer.example${cleaned}` });
  });
}
