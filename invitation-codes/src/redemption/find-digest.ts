import type { Kysely } from 'kysely';
import { type CodeKeys, digestOf, formerDigestOf } from '../seal.ts';
import type { InvitationTables } from '../tables.ts';

/** Finds the digest under which the code in a text is stored. The code need not exist. */
export function findDigest(
  db: Kysely<InvitationTables>,
  keys: Pick<CodeKeys, 'digest'>,
  text: string,
): Promise<string> {
  return digestFinder(db, keys, text)();
}

/**
 * `findDigest` for a text that is looked up again and again. Two codes of version 0.1 that have become one keep their
 * former digests. The exact spelling of such a code finds it first; a text of a usual form needs no statement.
 */
export function digestFinder(
  db: Kysely<InvitationTables>,
  keys: Pick<CodeKeys, 'digest'>,
  text: string,
): () => Promise<string> {
  const digest = digestOf(keys, text);
  const former = formerDigestOf(keys, text);
  if (former === digest) return async () => digest;
  return async () => {
    const kept = await db
      .selectFrom('invitationCode')
      .select('digest')
      .where('digest', '=', former)
      .executeTakeFirst();
    return kept?.digest ?? digest;
  };
}
