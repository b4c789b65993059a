import * as contract from '@foyer/api/operator/codes';
import {
  ChangeRefused,
  type CodeChange,
  changeTerms,
  checkChange,
  codeFromRow,
  pageOfCodes,
  sumCodes,
} from '@foyer/invitation-codes/codes';
import { findDigest } from '@foyer/invitation-codes/find-digest';
import { type Context, Hono } from 'hono';
import { surveyAssistants } from '../assistants/survey-assistants.ts';
import { noteAct } from '../audit/note-act.ts';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import { noPlace, placeFrom, placeToken, usualLimit } from '../lists/page-place.ts';
import type { Operating } from '../operators/guard.ts';
import type { Parts } from '../parts.ts';
import {
  changeNoted,
  differences,
  onlyChanging,
  subjectAsNote,
  subjectOf,
  withoutBlanks,
} from './change-noted.ts';
import { chosenCodes, wanted } from './chosen-codes.ts';
import { lastUses, onPages } from './code-on-pages.ts';
import { exportOf, printedCards } from './files.ts';
import { fullCode } from './full-code.ts';
import { makeCodes } from './make-codes.ts';
import { roomLink } from './room-key.ts';

type Deps = Pick<Parts, 'config' | 'database' | 'codeKeys' | 'roomKey' | 'assistants' | 'now'>;

export function codeRoutes(deps: Deps) {
  const { config, database, codeKeys, roomKey, now } = deps;
  const { db } = database;
  const routes = new Hono<Operating>();

  /** The code as it is now, as an answer. */
  async function answerWith(c: Context<Operating>, id: string) {
    const code = await fullCode(deps, id);
    return code ? c.json(code) : refuse(c, 404, 'CODE_NOT_FOUND');
  }

  serveRoute(routes, contract.listCodes, async (c) => {
    const { search, sort = 'newest', after, limit = usualLimit, ...given } = c.req.valid('query');
    const place = placeFrom(after);
    if (place === undefined) return refuse(c, 400, 'INVALID_INPUT', noPlace);
    const filter = await wanted(deps, given, search);
    const { rows, next } = await pageOfCodes(db, filter, { sort, after: place, limit });
    const used = await lastUses(
      db,
      rows.map(({ id }) => id),
    );
    const { session } = c.get('asking');
    const isShown = !session || session.freshUntil > now();
    const codes = rows.map((row) => {
      const code = isShown ? codeFromRow(codeKeys, row).code : null;
      return onPages(row, { code, lastUsedAt: used.get(row.id) ?? null, now: now() });
    });
    return c.json({ codes, next: placeToken(next) });
  });

  serveRoute(routes, contract.findCode, async (c) => {
    const digest = await findDigest(db, codeKeys, c.req.valid('json').text);
    const found = db.selectFrom('invitationCode').select('id').where('digest', '=', digest);
    return c.json({ id: (await found.executeTakeFirst())?.id ?? null });
  });

  serveRoute(routes, contract.sumCodes, async (c) => {
    const { search, ...given } = c.req.valid('query');
    const filter = await wanted(deps, given, search);
    return c.json(await sumCodes(db, filter, now()));
  });

  serveRoute(routes, contract.makeOptions, async (c) => {
    const surveyed = (await surveyAssistants(config)) ?? [];
    const assistants = surveyed.flatMap(({ id, assistant }) =>
      id && assistant ? [{ id, name: assistant.name }] : [],
    );
    const {
      publicUrl,
      isPublic,
      limits: { timeZone },
    } = config;
    return c.json({ assistants, labels: await latestLabels(), timeZone, publicUrl, isPublic });
  });

  async function latestLabels(): Promise<string[]> {
    const batches = await db
      .selectFrom('batch')
      .select('label')
      .where('label', 'is not', null)
      .orderBy('createdAt', 'desc')
      .limit(100)
      .execute();
    return [...new Set(batches.flatMap(({ label }) => label ?? []))];
  }

  serveRoute(routes, contract.createCodes, async (c) => {
    const made = await makeCodes(deps, c.get('actor'), c.req.valid('json'));
    if (!('problem' in made)) return c.json(made, 201);
    if (made.problem === 'taken') return refuse(c, 409, 'CODE_EXISTS');
    return refuse(c, 400, 'INVALID_INPUT', made.problem);
  });

  serveRoute(routes, contract.changeCodes, async (c) => {
    const { selection, change: given, isDryRun = false } = c.req.valid('json');
    const at = now();
    const chosen = await chosenCodes(deps, selection);
    const isUndo = given.act === 'restore' && given.revokedAt !== undefined;
    const filter = isUndo ? { ...chosen, state: undefined, revokedAt: given.revokedAt } : chosen;
    const change: CodeChange = given.act === 'revoke' ? { ...given, at } : withoutBlanks(given);
    const revokedAt = given.act === 'revoke' ? at : null;
    try {
      const changing = onlyChanging(filter, change);
      const codes = await checkChange(db, codeKeys, changing, change);
      if (isDryRun || codes === 0) return c.json({ codes, revokedAt });
      const subject = subjectOf(selection);
      await changeNoted(deps, c.get('actor'), { filter: changing, change, codes, at, subject });
      return c.json({ codes, revokedAt });
    } catch (error) {
      if (!(error instanceof ChangeRefused)) throw error;
      const field = change.act === 'relabel' ? 'label' : 'validUntil';
      return refuse(c, 409, 'CHANGE_REFUSED', `${field}: ${error.message} (${error.code})`);
    }
  });

  serveRoute(routes, contract.exportCodes, async (c) => {
    const { selection, format } = c.req.valid('json');
    const filter = await chosenCodes(deps, selection);
    await noteAct(db, c.get('actor'), { act: 'code.export', ...subjectAsNote(subjectOf(selection)) }, now());
    c.header('Content-Type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/jsonl');
    c.header('Content-Disposition', `attachment; filename="codes.${format}"`);
    return c.body(exportOf(deps, filter, format));
  });

  serveRoute(routes, contract.printCards, async (c) => {
    const { selection, form } = c.req.valid('json');
    const filter = await chosenCodes(deps, selection);
    const printed = await printedCards(deps, filter, form);
    if ('problem' in printed)
      return printed.problem === 'none'
        ? refuse(c, 404, 'CODE_NOT_FOUND')
        : refuse(c, 400, 'INVALID_INPUT', `selection: ${printed.problem.message}`);
    try {
      await noteAct(db, c.get('actor'), { act: 'code.print', ...subjectAsNote(subjectOf(selection)) }, now());
    } catch (error) {
      await printed.pdf.cancel();
      throw error;
    }
    c.header('Content-Type', 'application/pdf');
    c.header('Content-Disposition', 'attachment; filename="cards.pdf"');
    return c.body(printed.pdf);
  });

  serveRoute(routes, contract.getCode, (c) => answerWith(c, c.req.valid('param').id));

  serveRoute(routes, contract.changeCode, async (c) => {
    const { id } = c.req.valid('param');
    const { version, ...terms } = c.req.valid('json');
    if (terms.assistant && !(await deps.assistants.inForce(terms.assistant)))
      return refuse(c, 400, 'INVALID_INPUT', 'assistant: there is no such assistant');
    const given = 'label' in terms ? { ...terms, label: terms.label?.trim() || null } : terms;
    const changed = await db.transaction().execute(async (trx) => {
      const change = await changeTerms(db, codeKeys, { id, version }, given, now());
      if (!change.problem) {
        const [before, after] = differences(change.before, change.after);
        await noteAct(trx, c.get('actor'), { act: 'code.change', on: 'code', id, before, after }, now());
      }
      return change;
    });
    const { problem } = changed;
    if (problem === undefined) return answerWith(c, id);
    if (problem === 'missing') return refuse(c, 404, 'CODE_NOT_FOUND');
    if (problem === 'changedMeanwhile') return refuse(c, 409, 'CHANGED_MEANWHILE');
    return refuse(c, 400, 'INVALID_INPUT', `${problem.field}: ${problem.message}`);
  });

  for (const [route, changeAt] of [
    [contract.revokeCode, (at: number) => ({ act: 'revoke', at }) as const],
    [contract.restoreCode, () => ({ act: 'restore' }) as const],
  ] as const)
    serveRoute(routes, route, async (c) => {
      const { id } = c.req.valid('param');
      const at = now();
      const change = changeAt(at);
      const filter = onlyChanging({ ids: [id] }, change);
      const codes = await checkChange(db, codeKeys, filter, change);
      const subject = { on: 'code', id, chosen: null } as const;
      if (codes > 0) await changeNoted(deps, c.get('actor'), { filter, change, codes, at, subject });
      return answerWith(c, id);
    });

  serveRoute(routes, contract.linkRoom, async (c) => {
    const { id } = c.req.valid('param');
    const code = db.selectFrom('invitationCode').select('id').where('id', '=', id);
    if (!(await code.executeTakeFirst())) return refuse(c, 404, 'CODE_NOT_FOUND');
    await noteAct(db, c.get('actor'), { act: 'code.share-room', on: 'code', id }, now());
    return c.json({ link: roomLink(id, { key: roomKey, publicUrl: config.publicUrl }) });
  });

  return routes;
}
