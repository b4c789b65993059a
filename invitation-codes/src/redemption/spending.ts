import { type CodeState, problemOfTyped, type Registration } from '../code.ts';
import { type Refusal, refused } from '../error-codes.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { findDigest } from './find-digest.ts';
import { lookUp } from './look-up.ts';

/** The digest of the code that a person brings, or null for none. A text that cannot be a code has a digest without a row. */
export async function digestOfGivenCode(
  { db, keys }: InvitationCodesOptions,
  code: unknown,
): Promise<string | null> {
  if (code === undefined || code === null || code === '') return null;
  const canBeCode = typeof code === 'string' && problemOfTyped(code) === null;
  return findDigest(db, keys, canBeCode ? code : '');
}

/**
 * Asks the host whether an account may be created. Returns the digest of the code that pays for it, null for none; throws
 * the refusal. Spends nothing: `redeem` does so, in the transaction that creates the member.
 */
export async function digestToSpend(
  options: InvitationCodesOptions,
  given: string | null,
  decide: (given: CodeState, byDefault: CodeState) => Registration<Refusal>,
): Promise<string | null> {
  const byDefault = await options.defaultRegistrationDigest();
  const now = options.now();
  const [givenState, defaultState] = await Promise.all([
    lookUp(options.db, given, now),
    lookUp(options.db, byDefault, now),
  ]);
  const decided = decide(givenState, defaultState);
  if ('refusal' in decided) throw refused(decided.refusal);
  return { given, default: byDefault, nothing: null }[decided.spends];
}
