import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

const src = join(import.meta.dirname, 'src');

/** From the ground up: a folder imports only from itself and from the ones before it. Folders in one row are features. */
const floors: string[][] = [
  ['routes.ts', 'machine.ts'],
  ['api'],
  ['messages'],
  ['ui'],
  ['session'],
  ['destination.ts'],
  ['log-out'],
  ['page'],
  ['sign-in'],
  ['upgrade', 'verify-email', 'reset-password', 'account', 'chat'],
  ['pages.tsx'],
  ['App.tsx'],
  ['main.tsx'],
];

const files = (await Array.fromAsync(glob('**/*.{ts,tsx}', { cwd: src }))).filter(
  (file) => !file.includes('.test.') && !file.startsWith('testing/'),
);
const imports = new Map(files.map((file) => [file, importsOf(file)]));

test('every folder imports only from the floors below it', () => {
  const floorOf = (file: string) => floors.findIndex((rooms) => rooms.includes(roomOf(file)));
  assert.deepEqual(
    files.filter((file) => floorOf(file) === -1),
    [],
    'each file has its floor',
  );
  const upwards = [...imports].flatMap(([file, targets]) =>
    targets
      .filter((target) => roomOf(target) !== roomOf(file) && floorOf(target) >= floorOf(file))
      .map((target) => `${file} imports ${target}`),
  );
  assert.deepEqual(upwards, []);
});

test('no imports go in a circle, not even of types', () => {
  assert.ok(imports.size > 150, 'the files were found');
  assert.deepEqual(files.map((file) => circleFrom(file)).filter(Boolean), []);
});

test('a folder holds at most fifteen files', () => {
  const counts = Object.entries(Object.groupBy(files, dirname)).map(([folder, inside = []]) => [
    folder,
    inside.length,
  ]);
  assert.deepEqual(
    counts.filter(([, count]) => Number(count) > 15),
    [],
  );
});

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), 'utf8');
  const found = text.matchAll(/(?:\bfrom |\bimport |import\()'(\.[^']+\.tsx?)'/g);
  return Array.from(found, ([, path = '']) => normalize(join(dirname(file), path)));
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? '';
}

/** A way from a file back to itself; an empty text for none. */
function circleFrom(start: string): string {
  const seen = new Set<string>();
  const search = (file: string): string => {
    for (const target of imports.get(file) ?? []) {
      if (target === start) return `${file} → ${start}`;
      if (seen.has(target)) continue;
      seen.add(target);
      const rest = search(target);
      if (rest) return `${file} → ${rest}`;
    }
    return '';
  };
  return search(start);
}
