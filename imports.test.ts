import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';

/** Who may import what: entries that our own workspaces export (`/*` for all of them), and others' packages by name. */
const allowed: Record<string, { ours: string[]; packages?: string[] }> = {
  policy: { ours: ['invitation-codes/code'], packages: [] },
  'invitation-codes': {
    ours: [],
    packages: ['better-auth', '@better-auth/core', 'kysely', 'zod'],
  },
  cards: {
    ours: ['policy', 'invitation-codes/code'],
    packages: ['bidi-js', 'fontkit', 'pdfkit', 'uqr'],
  },
  'code-files': { ours: ['invitation-codes/*'], packages: ['csv-parse', 'kysely', 'zod'] },
  database: { ours: ['invitation-codes/tables'], packages: ['kysely', 'pg'] },
  api: { ours: ['policy', 'invitation-codes/bodies'], packages: ['zod'] },
  server: { ours: ['policy', 'api/*', 'cards', 'code-files/*', 'invitation-codes/*', 'database/*'] },
  cli: {
    ours: [
      'policy',
      'cards',
      'invitation-codes/*',
      'code-files/*',
      'database/*',
      'server/assistants',
      'server/audit',
      'server/backup',
      'server/cards-of',
      'server/main',
      'server/list-acts',
      'server/list-settings',
      'server/config',
      'server/installation',
      'server/operator-tokens',
      'server/operators',
      'server/doctor',
      'server/end-sessions',
      'server/prove-erasure',
      'server/reset-link',
      'server/room-key',
      'server/rotate-secret',
      'server/settings',
      'server/stored-settings',
      'server/survey-assistants',
      'server/time-zone',
      'server/watch-secret',
    ],
  },
  web: { ours: ['policy', 'api/*', 'invitation-codes/code', 'cards/qr', 'cards/texts'] },
};
/**
 * The floors inside a workspace, from the ground up: a folder, or a file at the root, imports only from floors below its
 * own. Folders on one floor do not import each other.
 */
const floors: Record<string, string[][]> = {
  'invitation-codes': [
    ['text'],
    ['code', 'bodies', 'error-codes', 'new-id', 'schema', 'seal-bytes'],
    ['seal', 'tables'],
    ['dialect', 'guests-in', 'options'],
    ['keys', 'redemption'],
    ['codes', 'guests'],
    ['members'],
    ['oauth'],
    ['index'],
  ],
  'code-files': [
    ['ordered-commit', 'ordered-map', 'progress', 'read'],
    ['validate'],
    ['stage'],
    ['plan'],
    ['write'],
    ['check-import', 'export-codes'],
    ['write-import'],
    ['import-codes'],
  ],
  cards: [
    ['card', 'visual-runs', 'qr'],
    ['texts', 'lines', 'fonts'],
    ['layout'],
    ['draw'],
    ['write-cards'],
    ['worker'],
    ['cards'],
  ],
  cli: [['terminal'], ['command'], ['commands'], ['foyer'], ['main']],
  server: [
    ['config', 'messages'],
    ['telemetry', 'lists'],
    ['http'],
    ['rate-limits'],
    ['users'],
    ['models'],
    ['assistants'],
    ['installation'],
    ['audit'],
    ['live-settings'],
    ['warnings'],
    ['auth'],
    ['code-limits'],
    ['chats'],
    ['mail'],
    ['upgrade'],
    ['drafts', 'replies', 'erasure'],
    ['import-jobs'],
    ['parts', 'invitation-options'],
    ['operators', 'cards'],
    ['codes'],
    [
      'account',
      'batches',
      'imports',
      'people',
      'room',
      'use',
      'backup',
      'cleanup',
      'doctor',
      'language',
      'search',
      'secret-rotation',
      'settings',
      'sign-in',
    ],
    ['app', 'assemble'],
    ['main'],
    ['prove-erasure'],
  ],
  web: [
    ['routes', 'machine'],
    ['api'],
    ['messages'],
    ['ui'],
    ['session'],
    ['destination', 'log-out', 'testing'],
    ['page'],
    ['sign-in'],
    ['account', 'chat', 'console', 'reset-password', 'upgrade', 'verify-email'],
    ['pages'],
    ['App'],
    ['Root'],
    ['main'],
  ],
};

/** What tests may import beyond that. */
const allowedInTests = ['database/*', 'code-files/*'];

type Import = { file: string; from: string };

const folders = Object.keys(allowed);
const files = await Array.fromAsync(
  glob(`{${folders.join(',')}}/src/**/*.{ts,tsx}`, { cwd: import.meta.dirname }),
);
const imports = files.flatMap(importsOf);

test('every workspace imports only what it may', () => {
  assert.ok(imports.length > 200, 'the imports were found');
  assert.deepEqual(imports.filter(isForbidden).map(told), []);
});

test('nobody reaches into another workspace by a path', () => {
  const reaching = imports.filter(({ file, from }) => {
    if (!from.startsWith('.')) return false;
    const target = normalize(join(dirname(file), from));
    if (isOfTests(file) && target.startsWith('testing/')) return false;
    return target !== 'package.json' && !target.startsWith(`${workspaceOf(file)}/`);
  });
  assert.deepEqual(reaching.map(told), []);
});

test('the web takes only types of the contract: its pages must not carry the schemas', () => {
  const schemas = files
    .filter((file) => file.startsWith('web/'))
    .filter((file) => /^(import|export) (?!type )[^;]*'@foyer\/api(?!\/pages')/m.test(read(file)));
  assert.deepEqual(schemas, []);
});

test('every folder imports only from floors below its own', () => {
  const climbing = imports.filter(({ file, from }) => {
    const order = floors[workspaceOf(file)];
    const target = targetOf({ file, from });
    if (!order || isOfTests(file) || !target?.startsWith(`${workspaceOf(file)}/src/`)) return false;
    const [own, other] = [roomOf(file), roomOf(target)];
    if (own === other) return false;
    const floorOf = (room: string) => order.findIndex((rooms) => rooms.includes(room));
    return floorOf(own) < 0 || floorOf(other) < 0 || floorOf(other) >= floorOf(own);
  });
  assert.deepEqual(climbing.map(told), []);
});

test('no imports go in a circle, those of types included', () => {
  const importedBy = Map.groupBy(
    imports.filter(({ file }) => !isOfTests(file)),
    ({ file }) => file,
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
    if (done.has(file)) return;
    done.add(file);
    for (const each of importedBy.get(file) ?? []) {
      const target = targetOf(each);
      if (target) visit(target, [...path, file]);
    }
  };
  for (const file of files) visit(file, []);
  assert.deepEqual(circles, []);
});

test('no folder has more than fifteen files of the product, but for those of migrations and texts', () => {
  const product = files.filter((file) => !isOfTests(file) && !/\/(migrations|messages)\//.test(file));
  const crowded = [...Map.groupBy(product, dirname)]
    .filter(([, inIt]) => inIt.length > 15)
    .map(([folder, inIt]) => `${folder}: ${inIt.length}`);
  assert.deepEqual(crowded, []);
});

test('nothing but the configuration reads the environment of the server', () => {
  const readers = files.filter((file) => {
    const isServer = /^(server|policy|invitation-codes)\//.test(file);
    return isServer && !isOfTests(file) && /process\.env/.test(readFileSync(file, 'utf8'));
  });
  assert.deepEqual(readers, []);
});

function read(file: string): string {
  return readFileSync(join(import.meta.dirname, file), 'utf8');
}

function importsOf(file: string): Import[] {
  const found = read(file).matchAll(
    /^(?:import|export)\s+(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return Array.from(found, ([, named, lazy]) => ({ file, from: named ?? lazy ?? '' }));
}

/** The file that an import by a path leads to. */
function targetOf({ file, from }: Import): string | null {
  return from.startsWith('.') ? normalize(join(dirname(file), from)) : null;
}

/** The folder of a file inside its workspace; at the root, the file itself. */
function roomOf(file: string): string {
  const [, , room = ''] = file.split('/');
  return room.replace(/\.tsx?$/, '');
}

function isForbidden({ file, from }: Import): boolean {
  const rule = allowed[workspaceOf(file)];
  if (!rule || from.startsWith('.') || from.startsWith('node:')) return false;
  if (from.startsWith('@foyer/')) {
    const ours = isOfTests(file) ? [...rule.ours, ...allowedInTests] : rule.ours;
    const entry = from.slice('@foyer/'.length);
    return !ours.includes(entry) && !ours.includes(`${workspaceOf(entry)}/*`);
  }
  if (rule.packages === undefined || isOfTests(file)) return false;
  return !rule.packages.some((name) => from === name || from.startsWith(`${name}/`));
}

function isOfTests(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

function workspaceOf(file: string): string {
  return file.split('/')[0] ?? '';
}

function told({ file, from }: Import): string {
  return `${file} imports ${from}`;
}
