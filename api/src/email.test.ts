import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAnyEmail, isEmailForm, normalEmail } from './email.ts';

test('an address has one form, whatever its case, its width and the script of its domain', () => {
  const same: [string, string[]][] = [
    ['ada@example.org', [' Ada@Example.ORG ', 'ａｄａ＠ｅｘａｍｐｌｅ．ｏｒｇ']],
    [
      'ada@xn--bcher-kva.example',
      ['ada@bücher.example', 'ADA@BÜCHER.example', 'ada@xn--bcher-kva.example', 'ada@bu\u0308cher.example'],
    ],
    ['taro@xn--r8jz45g.jp', ['taro@例え.jp', 'taro@例え。jp']],
    ['a..b@docomo.ne.jp', ['A..b@docomo.ne.jp']],
  ];
  for (const [form, texts] of same)
    for (const text of texts) {
      assert.equal(normalEmail(text), form, text);
      assert.equal(normalEmail(form), form);
      assert.ok(isEmailForm(form), form);
    }
});

test('a domain that is none stays as it was typed', () => {
  for (const text of ['ada', 'ada@', 'ada@bücher:80', 'ada@bü/cher', 'ada@bü cher', '@', 'ä@x@y'])
    assert.equal(normalEmail(text), text);
});

test('the addresses of the HTML standard are taken, also with dots in a row or before the @', () => {
  const taken = [
    'ada@example.org',
    'ada.lovelace+foyer@example.co.uk',
    'a..b@docomo.ne.jp',
    'taro.@ezweb.ne.jp',
    '.taro-.-@docomo.ne.jp',
    "o'brien@example.org",
    'ada@intranet',
    '{}|~!#$%&*/=?^_`@example.org',
  ];
  for (const email of taken) assert.ok(isEmailForm(email), email);
  const refused = [
    '',
    'ada',
    '@example.org',
    'ada@',
    'a b@example.org',
    'ada@-example.org',
    'ada@example..org',
    'a@b@c',
    'ada@exa_mple.org',
    'ädä@example.org',
    'ada@example.org\n',
    `${'a'.repeat(250)}@x.org`,
  ];
  for (const email of refused) assert.ok(!isEmailForm(email), email);
});

test('an issuer may give out anything with one @', () => {
  for (const email of ['"a b"@example.org', 'ädä@bücher', 'ada@exa_mple', 'ada@[192.0.2.1]', '<x>@y'])
    assert.ok(isAnyEmail(email), email);
  for (const email of [
    'ada',
    '@example.org',
    'ada@',
    'a@b@c',
    'a\0b@c',
    'a\nb@c',
    '\ud800@c',
    `${'a'.repeat(260)}@b`,
  ])
    assert.ok(!isAnyEmail(email), email);
});
