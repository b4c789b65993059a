import { type Language, languageOfTag } from '@foyer/policy';
import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';
import { parseAccept } from 'hono/utils/accept';
import { parse } from 'hono/utils/cookie';

/** The choice on this browser, and the language of the code by which its person came. */
const names = { choice: 'language', ofCode: 'code-language' };
const yearSeconds = 365 * 24 * 60 * 60;
/** Longer headers are not read: browsers send a few dozen characters. */
const maxLength = 1000;

export const languageHeaders = 'Cookie, Accept-Language';

/** The language of a request: the visitor's choice, else their code's, else the browser's, else that of the house. */
export function requestLanguage(headers: Headers, house: Language): Language {
  const { choice, ofCode } = cookiesIn(headers);
  return choice ?? ofCode ?? browserLanguage(headers.get('accept-language')) ?? house;
}

export function cookiesIn(headers: Headers) {
  const cookies = headers.get('cookie') ?? '';
  const read = (name: string) => languageOfTag(parse(cookies, name)[name]);
  return { choice: read(names.choice), ofCode: read(names.ofCode) };
}

export function languageCookies(secure: boolean) {
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;
  return {
    choose: (c: Context, language: Language) =>
      setCookie(c, names.choice, language, { ...attributes, maxAge: yearSeconds }),
    /** Until the browser ends, or the person logs out. */
    rememberCode: (c: Context, language: Language) => setCookie(c, names.ofCode, language, attributes),
    forgetCode: (c: Context) => deleteCookie(c, names.ofCode, attributes),
  };
}

function browserLanguage(header: string | null): Language | null {
  if (!header || header.length > maxLength) return null;
  for (const { type, q } of parseAccept(header)) {
    const language = q > 0 ? languageOfTag(type) : null;
    if (language) return language;
  }
  return null;
}
