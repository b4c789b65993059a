import type { selection } from '@foyer/api/operator/code-shapes';
import type { Database } from '@foyer/database';
import { type CodeChange, type CodeFilter, changeCodes, openedTerms } from '@foyer/invitation-codes/codes';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { InvitationCodeRow } from '@foyer/invitation-codes/tables';
import type * as z from 'zod';
import { type Actor, noteAct } from '../audit/note-act.ts';

type Changing = { filter: CodeFilter; change: CodeChange; codes: number; at: number; subject: Subject };

/** Changes codes and writes it into the audit log. `codes`: how many they are. */
export async function changeNoted(
  { database: { db }, codeKeys }: { database: Pick<Database, 'db'>; codeKeys: CodeKeys },
  actor: Actor,
  { filter, change, codes, at, subject: { on, id, chosen } }: Changing,
): Promise<void> {
  const after = { ...termsOf(change), ...(chosen && { chosen }) };
  const note = { act: `code.${change.act}`, on, id, count: codes, after } as const;
  if (codes > 1) {
    // An order: the log first, so that an act on many codes that is cut off half-way is in it.
    await noteAct(db, actor, note, at);
    await changeCodes(db, codeKeys, filter, change);
    return;
  }
  await db.transaction().execute(async (trx) => {
    await changeCodes(db, codeKeys, filter, change);
    await noteAct(trx, actor, note, at);
  });
}

/** Codes that are revoked already, or not at all, stay as they are and are not counted. */
export function onlyChanging(filter: CodeFilter, { act }: CodeChange): CodeFilter {
  if (act === 'revoke') return { ...filter, isRevoked: false };
  return act === 'restore' ? { ...filter, isRevoked: true } : filter;
}

function termsOf({ act, ...terms }: CodeChange): object {
  return act === 'revoke' ? {} : terms;
}

/** A label of blanks is none. */
export function withoutBlanks(change: Exclude<CodeChange, { act: 'revoke' }>): CodeChange {
  return change.act === 'relabel' ? { ...change, label: change.label?.trim() || null } : change;
}

export type Subject = { on: 'code' | 'batch' | 'selection'; id: string | null; chosen: object | null };

/** What the audit log says of a selection. A search may be the text of a code: that there was one must do. */
export function subjectOf(chosenBy: z.output<typeof selection>): Subject {
  if ('ids' in chosenBy) {
    const [id = null, ...others] = chosenBy.ids;
    if (others.length === 0) return { on: 'code', id, chosen: null };
    return { on: 'selection', id: null, chosen: { ids: chosenBy.ids.length } };
  }
  const { batch, ...filter } = chosenBy.filter;
  const chosen = { ...filter, ...(chosenBy.search !== undefined && { search: true }) };
  const isNarrowed = Object.keys(chosen).length > 0;
  if (batch !== undefined) return { on: 'batch', id: batch, chosen: isNarrowed ? chosen : null };
  return { on: 'selection', id: null, chosen };
}

/** The fields of a note about an act that changes nothing. */
export function subjectAsNote({ on, id, chosen }: Subject) {
  return { on, id, ...(chosen && { after: { chosen } }) };
}

/** The terms that differ, before and after. */
export function differences(before: InvitationCodeRow, after: InvitationCodeRow) {
  const changeable = ['allowed', 'remaining', 'validFrom', 'validUntil', 'label', ...openedTerms] as const;
  const changed = changeable.filter((term) => before[term] !== after[term]);
  const of = (row: InvitationCodeRow) => Object.fromEntries(changed.map((term) => [term, row[term]]));
  return [of(before), of(after)];
}
