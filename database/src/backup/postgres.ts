import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { keepAuditFunction } from '../migrations/keep-audit.ts';
import { migrationTables, tableNames } from '../table-names.ts';
import { type Contents, noContents } from './contents.ts';
import { BackupProblem, startProgram } from './programs.ts';

const tables = [...tableNames, ...migrationTables];

export async function writePostgresBackup(databaseUrl: string, file: string): Promise<void> {
  const ours = tables.flatMap((name) => ['--table', `"${name}"`]);
  const args = ['--format', 'custom', '--no-owner', '--no-privileges', '--file', file, ...ours];
  await startProgram('pg_dump', args, databaseUrl).done;
}

/** Reads the rows from the file alone: nothing is written to a database. */
export async function readPostgresBackup(file: string): Promise<Contents> {
  const wanted = ['setting', 'kysely_migration', 'invitationCode', 'redemption'];
  const { child, done } = startProgram('pg_restore', [
    '--data-only',
    '--file',
    '-',
    ...wanted.flatMap((name) => ['--table', name]),
    file,
  ]);
  if (!child.stdout) throw new BackupProblem('pg_restore has no output');
  const failed = done.catch((error: unknown) => ({ error }));
  const contents = noContents();
  let take: ((row: string[]) => void) | null = null;
  for await (const line of createInterface(child.stdout)) {
    if (take && line !== '\\.') take(line.split('\t'));
    else take = rowsOf(line, contents);
  }
  const failure = await failed;
  if (failure) throw failure.error;
  return contents;
}

/** What to do with the rows after this line: `COPY public.setting (key, value) FROM stdin;` begins a table. */
function rowsOf(line: string, { settings, migrations, redemptions }: Contents) {
  const [, table, list = ''] = /^COPY .*?\.?"?(\w+)"? \((.*)\) FROM stdin;$/.exec(line) ?? [];
  if (table === undefined) return null;
  const columns = list.split(', ').map((name) => name.replaceAll('"', ''));
  const cellOf = (row: string[], column: string) => row[columns.indexOf(column)] ?? '';
  const count = (id: string, more: number) => redemptions.set(id, (redemptions.get(id) ?? 0) + more);
  const takes: Record<string, (row: string[]) => void> = {
    setting: (row) => settings.set(cellOf(row, 'key'), cellOf(row, 'value')),
    kysely_migration: (row) => migrations.push(cellOf(row, 'name')),
    invitationCode: (row) => count(cellOf(row, 'id'), 0),
    redemption: (row) => count(cellOf(row, 'codeId'), 1),
  };
  return takes[table] ?? null;
}

/** All or nothing, in one transaction. Other tables in the database stay. */
export async function replacePostgres(databaseUrl: string, file: string): Promise<void> {
  const psql = startProgram(
    'psql',
    ['--no-psqlrc', '--quiet', '--single-transaction', '--set', 'ON_ERROR_STOP=1', '--output', '/dev/null'],
    databaseUrl,
  );
  const dump = startProgram('pg_restore', ['--no-owner', '--no-privileges', '--file', '-', file]);
  const { stdin } = psql.child;
  if (!stdin || !dump.child.stdout) throw new BackupProblem('a program of PostgreSQL has no input or output');
  stdin.write('set client_min_messages = warning;\n');
  stdin.write(`drop table if exists ${tables.map((name) => `"${name}"`).join(', ')} cascade;\n`);
  stdin.write(`${keepAuditFunction};\n`);
  // An order: the statements are committed at the end of the input, so it ends only when pg_restore has succeeded.
  const copied = pipeline(dump.child.stdout, stdin, { end: false }).then(() => dump.done);
  await copied.then(
    () => stdin.end(),
    () => psql.child.kill(),
  );
  await Promise.all([psql.done, copied]);
}
