import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedUrl } from './allowed-url.ts';

test('links lead to the web, call, or write; everything else, also what leads into this site, is dropped', () => {
  for (const url of [
    'https://example.org',
    'HTTP://example.org',
    'mailto:a@b.c',
    'tel:+44800111',
    'sms:85258',
  ])
    assert.equal(allowedUrl(url), url);
  for (const url of [
    'javascript:alert(1)',
    ' javascript:x',
    'data:text/html,x',
    '/chat',
    '#x',
    '//evil',
    'blob:x',
    'https:/login',
    'https:login',
    'http:\\\\evil',
  ])
    assert.equal(allowedUrl(url), '', url);
});
