import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { deriveKeys, digestOf, seal } from '@foyer/invitation-codes/seal';
import { runInChildProcess } from '../measure/child-process.ts';
import { secret } from '../measure/foyer.ts';
import { textOf } from './import-file.ts';

export const columns = [
  'id',
  'digest',
  'sealed',
  'kind',
  'allowed',
  'remaining',
  'validFrom',
  'validUntil',
  'requirement',
  'createdAt',
  'createdBy',
];

/** Digests and seals codes in a child process and writes rows for PostgreSQL's COPY. */
export const writeSealedRows = runInChildProcess(
  import.meta.url,
  async ({ path, from, to }: { path: string; from: number; to: number }): Promise<void> => {
    const keys = deriveKeys(secret);
    const file = createWriteStream(path, { highWaterMark: 1 << 20 });
    const terms = ['login', 5, 5, 1767225600000, 1893456000000, 'NOT_AVAILABLE', Date.now(), 'import'];
    for (let number = from; number < to; number++) {
      const text = textOf(number);
      const digest = digestOf(keys, text);
      const row = [`id-${text}`, digest, seal(keys, text, digest), ...terms];
      if (!file.write(`${row.join('\t')}\n`)) await once(file, 'drain');
    }
    file.end();
    await finished(file);
  },
);
