import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestOf, seal } from '@foyer/invitation-codes/seal';
import type { InvitationTables } from '@foyer/invitation-codes/tables';
import type { Kysely } from 'kysely';
import { everyCode, testKeys as keys } from '../../testing/codes/import.ts';
import { onEveryDatabase } from '../../testing/database/database.ts';
import { orderedCommit } from './ordered-commit.ts';
import { encodeRow } from './stage/encoded-row.ts';
import { writeBatch } from './write/write-batch.ts';

const now = Date.UTC(2027, 0, 1);

onEveryDatabase(({ open }) => {
  test('two imports whose blocks would deadlock both end', async () => {
    const { db } = await open();
    const begin = Promise.withResolvers<void>();
    const one = beginImport(db, { first: 'A', second: 'B', begin: begin.promise });
    const other = beginImport(db, { first: 'B', second: 'A', begin: begin.promise });
    await Promise.all([one.second.isReady, other.second.isReady]);
    begin.resolve();
    await Promise.all([one.first, one.second.done, other.first, other.second.done]);
    assert.equal((await everyCode(db)).length, 2);
  });
});

/** An import of two blocks with one code each. The second block waits for its turn before the first one starts. */
function beginImport(
  db: Kysely<InvitationTables>,
  { first, second, begin }: { first: string; second: string; begin: Promise<void> },
) {
  const inOrder = orderedCommit();
  const ready = Promise.withResolvers<void>();
  return {
    first: inOrder(async (waitForTurn) => {
      await begin;
      await writeBatch(db, [newCode(first)], {}, { now, batchId: null }, waitForTurn);
    }),
    second: {
      isReady: ready.promise,
      done: inOrder((waitForTurn) =>
        writeBatch(db, [newCode(second)], {}, { now, batchId: null }, async () => {
          ready.resolve();
          await waitForTurn();
        }),
      ),
    },
  };
}

function newCode(code: string) {
  const digest = digestOf(keys, code);
  const terms = {
    kind: 'login',
    allowed: 1,
    remaining: 1,
    requirement: 'NOT_AVAILABLE',
    label: null,
  } as const;
  const row = { row: 1, digest, sealed: seal(keys, code, digest), validFrom: 1, validUntil: 2, ...terms };
  return { encoded: encodeRow(row), action: 'create' as const };
}
