import type { Database } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
import { type Language, languageOfTag } from '@foyer/policy';
import type { Kysely } from 'kysely';
import type { Config } from '../config/read-config.ts';
import { findMember } from '../users/find-member.ts';
import { holdSession } from '../users/lock-user.ts';
import type { openMailCodes } from './mail-codes.ts';
import { issueMailToken, type MailToken } from './mail-tokens.ts';
import { type Letter, type LetterContent, letterOf } from './templates.ts';
import type { LetterOrder } from './unsent-letters.ts';

const defaultName = 'Foyer';

type Deps = {
  db: Database['db'];
  config: Pick<Config, 'publicUrl' | 'brand' | 'language'>;
  codes: ReturnType<typeof openMailCodes>;
  now: () => number;
};

/** Writes a letter at the moment of sending: with a new token and code, if it is still wanted. */
export function letterWriter({ db, config, codes, now }: Deps) {
  const { publicUrl } = config;
  const site = () => siteOf(publicUrl, config.brand.name);

  async function contentFor(
    path: string,
    { userId, to, browser }: LetterOrder,
    purpose: MailToken['purpose'],
    trx: Kysely<Tables> = db,
  ): Promise<LetterContent> {
    const page = `${publicUrl}/${path}`;
    const proof = { userId, purpose, email: to, browser };
    const { code, row } = codes.issue(proof);
    return {
      site: site(),
      link: `${page}#token=${await issueMailToken(trx, { ...proof, ...row }, now())}`,
      code,
      page,
    };
  }

  /** The member's own choice, else the language of the request. */
  async function languageFor({ userId, language }: LetterOrder): Promise<Language> {
    const member = await db.selectFrom('user').select('language').where('id', '=', userId).executeTakeFirst();
    return languageOfTag(member?.language) ?? language ?? config.language;
  }

  async function confirmChange(order: LetterOrder, language: Language): Promise<Letter | null> {
    const { userId: id, sessionId, to } = order;
    if (sessionId === null || (await findMember(db, to))) return null;
    return db.transaction().execute(async (trx) => {
      if (!(await holdSession(trx, { id, session: { id: sessionId } }))) return null;
      return letterOf('confirmNewAddress', await contentFor('verify', order, 'change', trx), language);
    });
  }

  /** Null when the letter is no longer wanted, for example because the member has another email now. */
  async function write(order: LetterOrder): Promise<Letter | null> {
    const language = await languageFor(order);
    if (order.purpose === 'changed')
      return letterOf('addressChanged', { site: site(), link: `${publicUrl}/` }, language);
    if (order.purpose === 'change') return confirmChange(order, language);
    const member = await findMember(db, order.to);
    if (member?.id !== order.userId) return null;
    if (order.purpose === 'registered')
      return letterOf('alreadyRegistered', { site: site(), link: `${publicUrl}/login` }, language);
    if (order.purpose === 'reset')
      return letterOf('newPassword', await contentFor('reset-password', order, 'reset'), language);
    return member.emailVerified
      ? null
      : letterOf('confirmAddress', await contentFor('verify', order, 'verify'), language);
  }

  return { write };
}

/** The name that people know, with the address that they can check. */
function siteOf(publicUrl: string, name: string): string {
  const { host } = new URL(publicUrl);
  return name === defaultName ? host : `${name} (${host})`;
}
