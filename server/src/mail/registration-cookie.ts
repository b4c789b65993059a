import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { proofLifeMs, tokenDigest } from './proofs.ts';

/** By what the browser is known again that registered: there, the link in the mail signs in. */
export const registrationCookie = 'foyer.registration';

/**
 * Marks a browser in which somebody has registered, whether a user was made or not.
 *
 * @returns the digest of the mark
 */
export function markRegistration(c: Context, { secure }: { secure: boolean }): string {
  const mark = randomBytes(32).toString('base64url');
  const maxAge = proofLifeMs.verify / 1000;
  setCookie(c, registrationCookie, mark, { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge });
  return tokenDigest(mark);
}
