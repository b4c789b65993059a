import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readToken } from './mail-token.ts';

const cases = [
  ['the link that confirms an address', '/verify#token=a.b-c_d', 'a.b-c_d', '/verify'],
  ['the link to a new password', '/reset-password#token=abc', 'abc', '/reset-password'],
  ['a slash at the end', '/verify/#token=abc', 'abc', '/verify/'],
  ['other parameters, which stay', '/verify?a=1#token=abc&b=2', 'abc', '/verify?a=1#b=2'],
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
    const read = readToken(`http://foyer.example${path}`);
    assert.deepEqual(read, { token, cleaned: `http://foyer.example${cleaned}` });
  });
}
