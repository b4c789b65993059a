import type { Database } from '@foyer/database';
import { type CodeKeys, digestOf, formerDigestOf, seal, unseal } from '@foyer/invitation-codes/seal';
import { codesAfter, type NewDigest, replaceDigests, type StoredCode } from '../installation/stored-codes.ts';

export type BothKeys = { former: CodeKeys; next: CodeKeys };

/** Returns how many codes were, or (`isTry`) would be, sealed with the next secret. */
export async function rotateCodes(
  { db, kind }: Database,
  keys: BothKeys,
  { isTry, tell }: { isTry: boolean; tell: (codes: number) => void },
): Promise<number> {
  let [last, read, changed] = ['', 0, 0];
  while (true) {
    const batch = await db.transaction().execute(async (trx) => {
      const codes = await codesAfter(trx, last);
      const former = codes.flatMap((code) => sealedAnew(code, keys));
      if (!isTry && former.length > 0) await replaceDigests(trx, kind, former);
      return { codes, changed: former.length };
    });
    read += batch.codes.length;
    changed += batch.changed;
    tell(read);
    last = batch.codes.at(-1)?.id ?? '';
    if (last === '') return changed;
  }
}

/** Empty when the code is already sealed with the next secret. Throws when neither secret opens it. */
function sealedAnew(code: StoredCode, { former, next }: BothKeys): NewDigest[] {
  if (opens(code, next)) return [];
  const text = unseal(former, code.sealed, code.digest);
  // A code that keeps the digest of its former form keeps that form.
  const isOfFormerForm = code.digest === formerDigestOf(former, text);
  const digest = isOfFormerForm ? formerDigestOf(next, text) : digestOf(next, text);
  return [{ id: code.id, digest, sealed: seal(next, text, digest), formerDigest: code.digest }];
}

function opens({ sealed, digest }: StoredCode, keys: CodeKeys): boolean {
  try {
    unseal(keys, sealed, digest);
    return true;
  } catch {
    return false;
  }
}
