import type { Statement } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import type { Refusal } from '@foyer/policy';
import { type Kysely, sql } from 'kysely';
import { dayIn, untilMidnight } from '../config/time-zone.ts';

/** What a person's code allows them, and what they have used of it. */
export type CodeLimits = {
  redemptionId: string;
  codeId: string;
  messagesPerPerson: number | null;
  messagesPerDay: number | null;
  tokenBudget: number | null;
  sent: number;
  sentToday: number;
  /** The day of `sentToday`, as `2027-03-01`. */
  day: string | null;
  tokens: number;
};

export type At = { now: number; timeZone: string };

/** The columns of `CodeLimits`, for a query that joins `redemption`, `invitationCode` and `tokenUse`. */
export const limitColumns = [
  'redemption.id as redemptionId',
  'redemption.codeId',
  'invitationCode.messagesPerPerson',
  'invitationCode.messagesPerDay',
  'invitationCode.tokenBudget',
  'redemption.messages as sent',
  'redemption.messagesToday as sentToday',
  'redemption.day',
  'tokenUse.tokens',
] as const;

type LimitRow = { [Column in keyof CodeLimits]: CodeLimits[Column] | null };

export function limitsIn(row: LimitRow): CodeLimits | null {
  const { redemptionId, codeId, messagesPerPerson, messagesPerDay, tokenBudget, day } = row;
  if (redemptionId === null || codeId === null) return null;
  const used = { sent: row.sent ?? 0, sentToday: row.sentToday ?? 0, tokens: row.tokens ?? 0 };
  return { redemptionId, codeId, messagesPerPerson, messagesPerDay, tokenBudget, day, ...used };
}

/** How many messages a person has left, in all and today; null for no limit. */
export function messagesLeft(limits: CodeLimits | null, { now, timeZone }: At) {
  if (!limits) return { messages: null, messagesToday: null };
  const { messagesPerPerson: inAll, messagesPerDay: aDay, sent, sentToday, day } = limits;
  const today = day === dayIn(now, timeZone) ? sentToday : 0;
  return {
    messages: inAll === null ? null : Math.max(0, inAll - sent),
    messagesToday: aDay === null ? null : Math.max(0, aDay - today),
  };
}

/** @param isMessage false for what costs no message, as a second attempt after a failure */
export function problemOfLimits(
  limits: CodeLimits | null,
  isMessage: boolean,
  at: At,
): { refusal: Refusal; waitMs?: number } | null {
  if (!limits) return null;
  const { tokenBudget, tokens } = limits;
  if (tokenBudget !== null && tokens >= tokenBudget) return { refusal: 'BUDGET_SPENT' };
  const { messages, messagesToday } = messagesLeft(limits, at);
  if (!isMessage) return null;
  if (messages === 0) return { refusal: 'MESSAGES_SPENT' };
  const waitMs = untilMidnight(at.now, at.timeZone);
  return messagesToday === 0 ? { refusal: 'MESSAGES_SPENT', waitMs } : null;
}

/** Counts a message. Returns a row unless the code, as it is now, allows no more. */
export function countMessage(
  db: Kysely<Tables>,
  { redemptionId }: Pick<CodeLimits, 'redemptionId'>,
  { now, timeZone }: At,
): Statement {
  const day = dayIn(now, timeZone);
  const statement = sql<{ id: string }>`
    update "redemption" set
      "messages" = "redemption"."messages" + 1,
      "messagesToday" = case when "redemption"."day" = ${day} then "redemption"."messagesToday" + 1 else 1 end,
      "day" = ${day}
    from "invitationCode" as "code"
    where "redemption"."id" = ${redemptionId} and "code"."id" = "redemption"."codeId"
      and ("code"."messagesPerPerson" is null or "redemption"."messages" < "code"."messagesPerPerson")
      and (
        "code"."messagesPerDay" is null or "redemption"."day" is distinct from ${day}
        or "redemption"."messagesToday" < "code"."messagesPerDay"
      )
    returning "redemption"."id"`;
  return {
    compile: () => statement.compile(db),
    execute: async () => (await statement.execute(db)).rows,
  };
}

export function giveCountedBack(db: Kysely<Tables>, redemptionId: string) {
  return db
    .updateTable('redemption')
    .set(({ eb }) => ({ messages: eb('messages', '-', 1), messagesToday: eb('messagesToday', '-', 1) }))
    .where('id', '=', redemptionId)
    .returning('id');
}
