import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '@foyer/database';
import { codesWithDigests } from '@foyer/invitation-codes/bulk';
import { type CodeKeys, digestOf, formerDigestOf, seal, unseal } from '@foyer/invitation-codes/seal';
import type { Log } from '../telemetry/log.ts';
import { type Renew, withJobLock } from './job-lock.ts';
import { codesAfter, type NewDigest, replaceDigests, type StoredCode } from './stored-codes.ts';

/** After this time another process continues for one that died, in milliseconds. Nobody is served until then. */
const turnMs = 20_000;

type Deps = { database: Database; keys: CodeKeys; log: Log; now: () => number };

/**
 * Gives the codes of version 0.1 the digests of their new form, where it differs. It can be interrupted; one process
 * does it while the others wait.
 */
export async function rewriteCodes(deps: Deps): Promise<void> {
  const { db } = deps.database;
  let isWaiting = false;
  while (await isDue(db)) {
    const turn = { key: 'codeTurn', turnMs } as const;
    if (await withJobLock(db, deps.now, (renew) => rewriteAll(deps, renew), turn)) continue;
    if (!isWaiting) deps.log('waiting for another server that is rewriting the codes');
    isWaiting = true;
    await wait(1000);
  }
}

async function rewriteAll({ database, keys, log }: Deps, renew: Renew): Promise<void> {
  const { db, kind } = database;
  if (!(await isDue(db))) return;
  const { changing, shared } = await survey(database, keys, renew);
  let rewritten = 0;
  if (changing > 0)
    await eachBatch(renew, async (last) =>
      db.transaction().execute(async (trx) => {
        const codes = await codesAfter(trx, last);
        const wanted = codes.flatMap((code) => withNewDigest(code, keys, shared));
        const digests = wanted.map(({ digest }) => digest);
        const taken = new Set((await codesWithDigests(db, digests)).map(({ digest }) => digest));
        const free = wanted.filter(({ digest }) => !taken.has(digest));
        if (free.length > 0) await replaceDigests(trx, kind, free);
        rewritten += free.length;
        return codes;
      }),
    );
  await db.deleteFrom('setting').where('key', '=', 'codeFormsDue').execute();
  if (changing > 0) log('the codes of an older version have their new form', { changing, rewritten });
}

/** Reads all codes, because two codes that become one both keep their digests, also when the work was interrupted. */
async function survey(database: Database, keys: CodeKeys, renew: Renew) {
  const [once, shared] = [new Set<string>(), new Set<string>([digestOf(keys, '')])];
  let changing = 0;
  await eachBatch(renew, async (last) => {
    const codes = await codesAfter(database.db, last);
    for (const code of codes) {
      const text = textOf(code, keys);
      const digest = text === null ? null : digestOf(keys, text);
      if (text === null || digest === null || digest === formerDigestOf(keys, text)) continue;
      changing++;
      if (once.has(digest)) shared.add(digest);
      once.add(digest);
    }
    return codes;
  });
  return { changing, shared };
}

async function eachBatch(renew: Renew, act: (last: string) => Promise<StoredCode[]>) {
  for (let last: string | undefined = ''; last !== undefined; ) {
    if (!(await renew())) throw new Error('another server is rewriting the codes');
    last = (await act(last)).at(-1)?.id;
  }
}

function withNewDigest(code: StoredCode, keys: CodeKeys, shared: Set<string>): NewDigest[] {
  const text = textOf(code, keys);
  if (text === null) return [];
  const digest = digestOf(keys, text);
  if (digest === code.digest || shared.has(digest)) return [];
  return [{ id: code.id, digest, sealed: seal(keys, text, digest), formerDigest: code.digest }];
}

/** Null for a text that cannot be opened: it must not keep Foyer from starting. */
function textOf({ sealed, digest }: StoredCode, keys: CodeKeys): string | null {
  try {
    return unseal(keys, sealed, digest);
  } catch {
    return null;
  }
}

async function isDue(db: Database['db']): Promise<boolean> {
  const due = await db
    .selectFrom('setting')
    .select('key')
    .where('key', '=', 'codeFormsDue')
    .executeTakeFirst();
  return due !== undefined;
}
