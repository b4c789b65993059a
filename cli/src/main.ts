import { join } from 'node:path';
import { readConfig } from '@foyer/server/config';
import packageFile from '../../package.json' with { type: 'json' };
import type { Context } from './command.ts';
import { foyer, usageHint } from './foyer.ts';
import { WrongUsage } from './terminal/failure.ts';
import { writerTo } from './terminal/output.ts';

const root = join(import.meta.dirname, '../..');
const args = process.argv.slice(2);
const config = () => readConfig(process.env, root);

const open: Context['open'] = async (work) => {
  const settings = config();
  // Loaded late, so that a manual appears at once.
  const { openInstallation } = await import('@foyer/server/installation');
  const { secretHasChanged, watchSecret } = await import('@foyer/server/watch-secret');
  const installation = await openInstallation(settings);
  const { database, keys, secret, close } = installation;
  const unwatch = watchSecret(installation, () => {
    process.stderr.write(`foyer: ${secretHasChanged}\n`);
    process.exit(1);
  });
  try {
    return await work({ db: database.db, database, keys, secret, publicUrl: settings.publicUrl });
  } finally {
    unwatch();
    await close();
  }
};

const settings: Context['settings'] = async () => {
  const settings = config();
  const { openInstallation } = await import('@foyer/server/installation');
  const { applyStored } = await import('@foyer/server/stored-settings');
  // A database that cannot be opened is told by the command's own work.
  const installation = await openInstallation(settings).catch(() => null);
  try {
    if (installation) await applyStored(settings, installation.database.db, installation.keys);
  } finally {
    await installation?.close();
  }
  return settings;
};

const print = (text: string) => {
  process.stdout.write(`${text}\n`);
};

process.stdout.on('error', (error) => {
  // `… | head` closes the pipe early: that is no failure, and must not stop an import half-way.
  if ('code' in error && error.code === 'EPIPE') return;
  process.stderr.write(`foyer: ${error.message}\n`);
  process.exitCode = 1;
});

try {
  const write = writerTo(process.stdout);
  await foyer(args, packageFile.version, { config, settings, open, print, write, root, now: Date.now() });
} catch (error) {
  process.exitCode = report(error);
}

/** Prints the error to stderr, and returns the exit code. */
function report(error: unknown): number {
  if (isWrongUsage(error)) {
    process.stderr.write(`foyer: ${error.message}\n${usageHint(args)}\n`);
    return 2;
  }
  process.stderr.write(`foyer: ${explain(error)}\n`);
  return 1;
}

function isWrongUsage(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const isParseArgsError = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return error instanceof WrongUsage || isParseArgsError;
}

function explain(error: unknown): string {
  // A refused connection to several addresses has no message of its own.
  if (error instanceof AggregateError && error.errors.length > 0) return explain(error.errors[0]);
  return error instanceof Error && error.message !== '' ? error.message : String(error);
}
