import { randomBytes } from 'node:crypto';
import type { createCodes } from '@foyer/api/operator/codes';
import type { Database } from '@foyer/database';
import { generate, generateShortCode } from '@foyer/invitation-codes/code';
import {
  CodeExists,
  codeFromRow,
  createDrawn,
  type NewCode,
  newBatch,
  noOpenedTerms,
  openedTerms,
  problemOfNote,
  problemsOf,
  selectCodes,
  usualEnd,
} from '@foyer/invitation-codes/codes';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import { codeLink } from '@foyer/policy';
import type * as z from 'zod';
import type { Assistants } from '../assistants/open-assistants.ts';
import { type Actor, noteAct } from '../audit/note-act.ts';
import type { Config } from '../config/read-config.ts';

type Deps = {
  config: Config;
  database: Pick<Database, 'db'>;
  codeKeys: CodeKeys;
  assistants: Pick<Assistants, 'inForce'>;
  now: () => number;
};

type Made = { batch: string; codes: { id: string; code: string; link: string }[] };

/** Short codes in one batch: each one that works makes it easier to guess one. */
const maxShort = 500;

/** @returns the codes, why they are refused as `field: …`, or that the given text is taken */
export async function makeCodes(
  { config, database: { db }, codeKeys, assistants, now }: Deps,
  actor: Actor,
  body: z.output<(typeof createCodes)['body']>,
): Promise<Made | { problem: string } | { problem: 'taken' }> {
  const { code, count = 1, isShort = false } = body;
  const at = now();
  const terms = termsFrom(body, at);
  const draw = () => code?.trim() ?? (isShort ? generateShortCode(randomBytes) : generate(randomBytes));
  if (code !== undefined && (count > 1 || isShort))
    return { problem: 'code: one code is expected where its text is given' };
  if (isShort && count > maxShort) return { problem: `count: at most ${maxShort} short codes are expected` };
  const [problem] = problemsOf({ code: draw(), ...terms });
  if (problem) return { problem: `${problem.field}: ${problem.message}` };
  if (terms.assistant && !(await assistants.inForce(terms.assistant)))
    return { problem: 'assistant: there is no such assistant' };
  const note = body.note?.trim() || null;
  const problemOfWords = note === null ? null : await problemOfCardNote(note);
  if (problemOfWords) return { problem: `note: ${problemOfWords}` };

  const batch = newBatch({ createdBy: actor.by, now: at }, { label: terms.label, note });
  const isDrawn = code === undefined;
  const { kind, allowed, validUntil } = terms;
  const after = { kind, allowed, validUntil };
  const act = { act: 'code.create', on: 'batch', id: batch.id, count, after } as const;
  const origin = {
    ...{ createdBy: actor.by, now: at, isGenerated: isDrawn && !isShort, batch, isDrawn },
    alsoWrite: () => noteAct(db, actor, act, at),
  };
  const drawAll = () => Array.from({ length: count }, () => ({ code: draw(), ...terms }));
  try {
    await createDrawn(db, codeKeys, drawAll, origin);
  } catch (error) {
    if (error instanceof CodeExists) return { problem: 'taken' };
    throw error;
  }
  const rows = await selectCodes(db).where('batchId', '=', batch.id).orderBy('invitationCode.id').execute();
  const codes = rows.map((row) => {
    const { code } = codeFromRow(codeKeys, row);
    return { id: row.id, code, link: codeLink({ code, kind }, config.publicUrl) };
  });
  return { batch: batch.id, codes };
}

function termsFrom(
  body: z.output<(typeof createCodes)['body']>,
  now: number,
): Omit<NewCode, 'code'> & typeof noOpenedTerms {
  const { kind, allowed = 1, validFrom = now, isShort = false, label } = body;
  const opened = Object.fromEntries(openedTerms.map((term) => [term, body[term] ?? null]));
  return {
    ...{ kind, allowed, remaining: allowed, validFrom },
    validUntil: body.validUntil ?? usualEnd(validFrom, isShort),
    requirement: 'NOT_AVAILABLE',
    label: label?.trim() || null,
    ...noOpenedTerms,
    ...opened,
  };
}

/** Before any code is made: a batch keeps its note, and cards must be able to show it. */
async function problemOfCardNote(note: string): Promise<string | null> {
  const problem = problemOfNote(note);
  if (problem) return problem;
  const { CardRefused, refuseNote } = await import('@foyer/cards');
  try {
    refuseNote(note);
    return null;
  } catch (error) {
    if (error instanceof CardRefused) return error.message;
    throw error;
  }
}
