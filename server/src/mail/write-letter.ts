import type { Database } from '@foyer/database';
import type { Tables } from '@foyer/database/tables';
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
  config: Pick<Config, 'publicUrl' | 'brand'>;
  codes: ReturnType<typeof openMailCodes>;
  now: () => number;
};

/** Writes a letter at the moment of sending: with a new token and code, if it is still wanted. */
export function letterWriter({ db, config: { publicUrl, brand }, codes, now }: Deps) {
  const site = siteOf(publicUrl, brand.name);

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
      site,
      link: `${page}#token=${await issueMailToken(trx, { ...proof, ...row }, now())}`,
      code,
      page,
    };
  }

  async function confirmChange(order: LetterOrder): Promise<Letter | null> {
    const { userId: id, sessionId, to } = order;
    if (sessionId === null || (await findMember(db, to))) return null;
    return db.transaction().execute(async (trx) => {
      if (!(await holdSession(trx, { id, session: { id: sessionId } }))) return null;
      return letterOf('confirmNewAddress', await contentFor('verify', order, 'change', trx));
    });
  }

  /** Null when the letter is no longer wanted, for example because the member has another email now. */
  async function write(order: LetterOrder): Promise<Letter | null> {
    if (order.purpose === 'changed') return letterOf('addressChanged', { site, link: `${publicUrl}/` });
    if (order.purpose === 'change') return confirmChange(order);
    const member = await findMember(db, order.to);
    if (member?.id !== order.userId) return null;
    if (order.purpose === 'registered')
      return letterOf('alreadyRegistered', { site, link: `${publicUrl}/login` });
    if (order.purpose === 'reset')
      return letterOf('newPassword', await contentFor('reset-password', order, 'reset'));
    return member.emailVerified
      ? null
      : letterOf('confirmAddress', await contentFor('verify', order, 'verify'));
  }

  return { write };
}

/** The name that people know, with the address that they can check. */
function siteOf(publicUrl: string, name: string): string {
  const { host } = new URL(publicUrl);
  return name === defaultName ? host : `${name} (${host})`;
}
