import { hasGeneratedForm, stateOf } from '../code.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { findDigest } from '../redemption/find-digest.ts';
import { selectTerms } from '../redemption/look-up.ts';

/** True for a usable code that this installation generated. To guess one of a million such codes takes 2^45 attempts. */
export async function isGeneratedCode(
  { db, keys, now }: Pick<InvitationCodesOptions, 'db' | 'keys' | 'now'>,
  text: string,
): Promise<boolean> {
  if (!hasGeneratedForm(text)) return false;
  const code = await selectTerms(db, await findDigest(db, keys, text))
    .select('isGenerated')
    .executeTakeFirst();
  return code !== undefined && Boolean(code.isGenerated) && stateOf(code, now()) !== 'unusable';
}
