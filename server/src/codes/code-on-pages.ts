import type { operatorCode } from '@foyer/api/operator/code-shapes';
import type { Tables } from '@foyer/database/tables';
import { type codeFromRow, listedStateOf, versionOf } from '@foyer/invitation-codes/codes';
import type { InvitationCodeRow } from '@foyer/invitation-codes/tables';
import type { Kysely } from 'kysely';
import type * as z from 'zod';

export type CodeOnPages = z.output<typeof operatorCode>;

type Code = ReturnType<typeof codeFromRow>;

/** A code in a list. `code` null: its text is not shown. */
export function onPages(
  row: InvitationCodeRow,
  { code, lastUsedAt, now }: { code: Code['code'] | null; lastUsedAt: number | null; now: number },
): CodeOnPages {
  const { id, kind, allowed, remaining, validFrom, validUntil, revokedAt, label, createdAt, createdBy } = row;
  return {
    ...{ id, code, state: listedStateOf(row, now), kind, allowed, remaining, validFrom, validUntil },
    ...{ revokedAt, label, batch: row.batchId, createdAt, createdBy },
    assistant: row.assistant,
    messagesPerPerson: row.messagesPerPerson,
    messagesPerDay: row.messagesPerDay,
    tokenBudget: row.tokenBudget,
    minutesPerPerson: row.minutesPerPerson,
    peopleAtOnce: row.peopleAtOnce,
    language: row.language,
    // Where one person may use a code, its times are times of that person.
    lastUsedAt: allowed === 1 ? null : lastUsedAt,
    version: versionOf(row),
  };
}

/** When codes were used last, by their ids. A code that was never used is missing. */
export async function lastUses(db: Kysely<Tables>, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom('invitationCode')
    .where('invitationCode.id', 'in', ids)
    .select([
      'invitationCode.id',
      ({ selectFrom }) =>
        selectFrom('redemption')
          .select('redemption.redeemedAt')
          .whereRef('redemption.codeId', '=', 'invitationCode.id')
          .orderBy('redemption.redeemedAt', 'desc')
          .limit(1)
          .as('at'),
    ])
    .execute();
  return new Map(found.flatMap(({ id, at }) => (at === null ? [] : [[id, at]])));
}
