import { maxCards } from '@foyer/cards';
import { isShortCode } from '@foyer/invitation-codes/code';
import {
  type Code,
  CodeExists,
  type CodeOrigin,
  createCodes,
  createManyCodes,
  type NewCode,
} from '@foyer/invitation-codes/codes';
import type { BatchRow } from '@foyer/invitation-codes/tables';
import type { Installation } from '../../command.ts';
import { Failure } from '../../terminal/failure.ts';
import { showProgress } from '../../terminal/progress.ts';
import { printable } from '../../terminal/table.ts';
import type { CodesPrinter } from './output/print-created.ts';

/** Created in one transaction: all or none. */
export const maxAtOnce = 10_000;
const maxDraws = 20;

/** The codes to create. */
type Wanted = {
  codes: () => Iterable<NewCode>;
  count: number;
  isGenerated: boolean;
  batch: BatchRow;
  now: number;
};

/** Prints each block after its commit. Returns the codes, as far as cards can be printed of them. */
export async function createWanted(
  { db, keys }: Installation,
  { codes, count, isGenerated, batch, now }: Wanted,
  printer: CodesPrinter,
  signal: AbortSignal,
) {
  const origin = { createdBy: 'create', now, isGenerated, batch };
  const blocks =
    count <= maxAtOnce
      ? [createAll({ db, keys }, codes, origin)]
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

/** Draws again when a generated short code exists already: there are few of them. */
async function createAll(
  { db, keys }: Pick<Installation, 'db' | 'keys'>,
  codes: () => Iterable<NewCode>,
  origin: CodeOrigin,
): Promise<Code[]> {
  for (let attempt = 1; ; attempt++) {
    const drawn = [...codes()];
    try {
      return await createCodes(db, keys, drawn, origin);
    } catch (error) {
      const isDrawn = drawn.every(({ code }) => isShortCode(code)) && drawn.length > 1;
      if (!isDrawn || attempt === maxDraws) explainTaken(error);
    }
  }
}

function explainTaken(error: unknown): never {
  if (error instanceof CodeExists) throw new Failure(`the code ${printable(error.code)} exists already`);
  throw error;
}
