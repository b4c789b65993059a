import type { KeyObject } from 'node:crypto';
import type { Database } from '@foyer/database';
import type { Language } from '@foyer/policy';
import type { Config } from '../config/read-config.ts';
import type { RateLimits } from '../rate-limits/rate-limits.ts';
import type { Log } from '../telemetry/log.ts';
import { findMember } from '../users/find-member.ts';
import type { Person } from '../users/person.ts';
import { openMailCodes } from './mail-codes.ts';
import { hasMailToken } from './mail-tokens.ts';
import { openMailer } from './mailer.ts';
import { openOutbox } from './outbox.ts';
import { openUnsentLetters } from './unsent-letters.ts';
import { letterWriter } from './write-letter.ts';

type Deps = {
  config: Pick<Config, 'mail' | 'publicUrl' | 'brand' | 'language'>;
  db: Database['db'];
  rateLimits: RateLimits;
  keys: {
    code: KeyObject;
    letter: KeyObject;
  };
  log: Log;
  now: () => number;
};
const hourMs = 60 * 60 * 1000;

type Member = { id: string; email: string };

export type MailService = NonNullable<ReturnType<typeof openMailService>>;

/** Null when mail is off. Looks up the user after the response, so its time does not reveal an account. */
export function openMailService({ config, db, rateLimits, keys, log, now }: Deps) {
  if (!config.mail) return null;
  const mailer = openMailer(config.mail, log);
  const { afterResponse } = mailer;
  const codes = openMailCodes({ db, key: keys.code, attempts: rateLimits.attempts, now });
  const writer = letterWriter({ db, config, codes, now });
  const unsent = openUnsentLetters({ db, key: keys.letter, now });
  const outbox = openOutbox({ mailer, unsent, write: writer.write, log });

  const orderFor = (userId: string, to: string, language: Language) => ({
    ...{ userId, to, language },
    ...{ browser: null, sessionId: null },
  });

  const sendConfirmation = ({ id, email }: Member, browser: string | null, language: Language) =>
    outbox.send({ ...orderFor(id, email, language), purpose: 'verify', browser });

  return {
    close: mailer.close,
    findByCode: codes.find,
    startTrying: outbox.startTrying,
    counts: outbox.counts,

    welcome: ({ emailVerified, ...member }: Member & { emailVerified: boolean }, language: Language) => {
      if (emailVerified) return;
      afterResponse(async () => {
        if ((await rateLimits.takeLetterTurn('verify', member.email)) === 0)
          await sendConfirmation(member, null, language);
      });
    },

    /** To the new member, or to the account that had the email before (`madeId` is the new user's id or ''). */
    registered: (
      email: string,
      { madeId, browser, language }: { madeId: string; browser: string; language: Language },
    ) =>
      afterResponse(async () => {
        const waitMs = await rateLimits.takeLetterTurn('verify', email);
        const member = await findMember(db, email);
        if (member?.id === madeId) {
          if (waitMs === 0) return sendConfirmation(member, browser, language);
          // Store the browser for *Resend*, even when an email has just been sent.
          const order = orderFor(member.id, member.email, language);
          await writer.write({ ...order, purpose: 'verify', browser });
          return;
        }
        // An attack: a registration code could fill a stranger's mailbox, because this does not spend it.
        const isDue = member && (await rateLimits.takeLetterTurn('registered', email, hourMs)) === 0;
        if (isDue) await outbox.send({ ...orderFor(member.id, email, language), purpose: 'registered' });
      }),

    /** Like `change` it returns how long to wait, in milliseconds; 0 when the email was sent. */
    async confirmAgain(email: string, browser: string | null, language: Language): Promise<number> {
      const waitMs = await rateLimits.takeLetterTurn('verify', email);
      if (waitMs > 0) return waitMs;
      afterResponse(async () => {
        const member = await findMember(db, email);
        if (!member || member.emailVerified) return;
        // Only for the browser that created this account: a stranger may have registered with this user's email.
        const isMaker = browser !== null && (await hasMailToken(db, { userId: member.id, browser }, now()));
        await sendConfirmation(member, isMaker ? browser : null, language);
      });
      return 0;
    },

    async change(
      { id, session }: Pick<Person, 'id' | 'session'>,
      email: string,
      language: Language,
    ): Promise<number> {
      const waitMs = await rateLimits.takeLetterTurn('change', email);
      if (waitMs > 0) return waitMs;
      const order = { ...orderFor(id, email, language), sessionId: session.id };
      afterResponse(() => outbox.send({ ...order, purpose: 'change' }));
      return 0;
    },

    changed: (userId: string, formerEmail: string, language: Language) =>
      afterResponse(() => outbox.send({ ...orderFor(userId, formerEmail, language), purpose: 'changed' })),

    newPassword: (email: string, language: Language) =>
      afterResponse(async () => {
        if ((await rateLimits.takeLetterTurn('reset', email)) > 0) return;
        const member = await findMember(db, email);
        if (member) await outbox.send({ ...orderFor(member.id, email, language), purpose: 'reset' });
      }),
  };
}
