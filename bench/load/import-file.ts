import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { secret } from '../measure/foyer.ts';
import { maxMegabytes } from '../measure/memory.ts';

const launcher = join(import.meta.dirname, '../../foyer');

/**
 * Writes a file of codes as operators hand them in.
 *
 * @param first the number of the first one
 */
export async function writeImportFile(path: string, rows: number, first = 0) {
  const terms = {
    invitation_type: 'LOGIN',
    allowed_usage: 5,
    valid_from: '2026-01-01T00:00:00Z',
    valid_until: '2030-01-01T00:00:00Z',
  };
  function* pieces() {
    for (let i = 0; i < rows; i++)
      yield `${i ? ',' : '['}${JSON.stringify({ invitation_code: textOf(first + i), ...terms })}\n`;
    yield ']';
  }
  await pipeline(Readable.from(pieces(), { objectMode: true }), createWriteStream(path));
}

/**
 * Imports it as an operator does: how long that took, in milliseconds, and the most memory that it had, in MB.
 *
 * @param signal breaks it off: an `AbortError`, when the program has ended
 */
export async function importFile(
  path: string,
  url: string,
  signal?: AbortSignal,
): Promise<{ ms: number; megabytes: number }> {
  const begun = performance.now();
  const importing = promisify(execFile)(launcher, ['codes', 'import', '--input-file', path, '--hot-run'], {
    env: { PATH: process.env.PATH, DATABASE_URL: url, SECRET: secret },
    maxBuffer: 1e9,
    signal,
  });
  let megabytes = 0;
  const looking = setInterval(() => {
    megabytes = maxMegabytes(importing.child.pid ?? 0) ?? megabytes;
  }, 100);
  const ended = once(importing.child, 'close');
  await importing.finally(() => ended).finally(() => clearInterval(looking));
  return { ms: performance.now() - begun, megabytes };
}

/** The text of a code by its number. */
export function textOf(number: number): string {
  return `BENCH-${String(number).padStart(10, '0')}`;
}
