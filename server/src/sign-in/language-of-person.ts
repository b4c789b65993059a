import { type Language, languageOfTag } from '@foyer/policy';
import type { Context } from 'hono';
import { cookiesIn, type languageCookies, requestLanguage } from '../http/request-language.ts';

type Given = { ofAccount: string | null; ofCode: string | null };

/**
 * The language of the pages: the choice of the account, else the choice on this browser, else that of the code, else the one of
 * the request. The cookies are set so that the next page begins in it.
 */
export function languageOfPerson(
  c: Context,
  given: Given,
  { house, cookies }: { house: Language; cookies: ReturnType<typeof languageCookies> },
): Language {
  const { headers } = c.req.raw;
  const ofAccount = languageOfTag(given.ofAccount);
  const ofCode = languageOfTag(given.ofCode);
  const known = cookiesIn(headers);
  if (ofAccount && ofAccount !== known.choice) cookies.choose(c, ofAccount);
  if (ofCode && ofCode !== known.ofCode) cookies.rememberCode(c, ofCode);
  return ofAccount ?? known.choice ?? ofCode ?? requestLanguage(headers, house);
}
