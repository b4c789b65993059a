import { maxCards } from '@foyer/cards';
import {
  type Code,
  CodeExists,
  createDrawn,
  createManyCodes,
  type NewCode,
} from '@foyer/invitation-codes/codes';
import type { BatchRow } from '@foyer/invitation-codes/tables';
import { command, noteAct } from '@foyer/server/audit';
import type { Installation } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';
import { showProgress } from '../../terminal/progress.ts';
import { printable } from '../../terminal/table.ts';
import type { CodesPrinter } from './output/print-created.ts';

/** Created in one transaction: all or none. */
export const maxAtOnce = 10_000;

/** The codes to create. */
type Wanted = {
  codes: () => Iterable<NewCode>;
  count: number;
  isGenerated: boolean;
  batch: BatchRow;
  /** What the audit log says about them. */
  terms: object;
  now: number;
};

/** Prints each block after its commit. Returns the codes, as far as cards can be printed of them. */
export async function createWanted(
  { db, keys }: Installation,
  { codes, count, isGenerated, batch, terms, now }: Wanted,
  printer: CodesPrinter,
  signal: AbortSignal,
) {
  const origin = { createdBy: 'create', now, isGenerated, batch };
  const act = { act: 'code.create', on: 'batch', id: batch.id, count, after: terms } as const;
  const note = () => noteAct(db, command, act, now);
  const all = { ...origin, isDrawn: count > 1 || isGenerated, alsoWrite: note };
  // Of more codes than one transaction creates, the log says first what is going to happen.
  if (count > maxAtOnce) await note();
  const blocks =
    count <= maxAtOnce
      ? [createDrawn(db, keys, codes, all).catch(explainTaken)]
      : createManyCodes(db, keys, codes(), origin);
  const progress = showProgress(process.stderr);
  const kept: Code[] = [];
  let created = 0;
  for await (const block of blocks) {
    created += block.length;
    if (created <= maxCards) kept.push(...block);
    progress.clear();
    const isRead = await printer.add(block);
    if (created === count) break;
    const soFar = `${created} of ${count} codes are created`;
    if (signal.aborted || !isRead) {
      await printer.end();
      throw new Failure(signal.aborted ? `interrupted: ${soFar}` : `the output was closed: ${soFar}`);
    }
    if (!process.stdout.isTTY) progress.show({ step: 'creating', rows: created, fraction: created / count });
  }
  progress.clear();
  await printer.end();
  return kept;
}

function explainTaken(error: unknown): never {
  if (error instanceof CodeExists) throw new Failure(`the code ${printable(error.code)} exists already`);
  throw error;
}
