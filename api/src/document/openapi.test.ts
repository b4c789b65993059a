import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { validate } from '@readme/openapi-parser';
import { addressOf } from '../route.ts';
import { routes } from '../routes.ts';
import { openApi } from './openapi.ts';
import { reference } from './reference.ts';

test('the document is OpenAPI 3.1 and contains every route', async () => {
  const document = openApi('1.2.3');
  const result = await validate(structuredClone(document) as never);
  assert.deepEqual(result.valid ? [] : result.errors, []);
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const declared = routes.map((route) => `${route.method} ${addressOf(route).replaceAll(/:(\w+)/g, '{$1}')}`);
  assert.deepEqual(described.sort(), declared.sort());
  assert.equal(new Set(declared).size, declared.length);
});

test('docs/api.md is what the contract says: `npm run docs` makes it', () => {
  const written = readFileSync(join(import.meta.dirname, '../../../docs/api.md'), 'utf8');
  assert.equal(written, reference());
});
