import type { Card, House } from '@foyer/cards';
import type { Database } from '@foyer/database';
import type { Code } from '@foyer/invitation-codes/codes';
import { codeLink } from '@foyer/policy';
import { surveyAssistants } from '../assistants/survey-assistants.ts';
import type { Config } from '../config/read-config.ts';

/** What the cards of codes say. */
export async function cardsOf({ db }: Pick<Database, 'db'>, codes: Code[], config: Config): Promise<Card[]> {
  const names = await assistantNames(codes, config);
  const notes = await notesOf({ db }, codes);
  return codes.map(({ code, kind, allowed, validUntil, language, assistant, batchId }) => ({
    ...{ code, kind, allowed, validUntil, language },
    assistant: assistant === null ? null : (names.get(assistant) ?? assistant),
    link: codeLink({ code, kind }, config.publicUrl),
    note: (batchId === null ? null : notes.get(batchId)) ?? null,
  }));
}

export function houseOf({ brand, publicUrl, language, limits: { timeZone } }: Config): House {
  return { ...brand, publicUrl, language, timeZone };
}

/** The names of the assistants by their ids. One whose file is gone or has a mistake is missing. */
async function assistantNames(codes: Code[], config: Config): Promise<Map<string, string>> {
  if (codes.every(({ assistant }) => assistant === null)) return new Map();
  const files = (await surveyAssistants(config)) ?? [];
  return new Map(files.flatMap(({ id, assistant }) => (id && assistant ? [[id, assistant.name]] : [])));
}

async function notesOf({ db }: Pick<Database, 'db'>, codes: Code[]): Promise<Map<string, string | null>> {
  const ids = [...new Set(codes.flatMap(({ batchId }) => batchId ?? []))];
  const batches = await db
    .selectFrom('batch')
    .select(['id', 'note'])
    .where('id', 'in', ['', ...ids])
    .execute();
  return new Map(batches.map(({ id, note }) => [id, note]));
}
