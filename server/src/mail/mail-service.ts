import type { KeyObject } from 'node:crypto';
import type { Database } from '@foyer/database';
import type { Config } from '../config/read-config.ts';
import type { RateLimits } from '../rate-limits/rate-limits.ts';
import type { Log } from '../telemetry/log.ts';
import { findMember } from '../users/find-member.ts';
import { holdSession } from '../users/lock-user.ts';
import type { Person } from '../users/person.ts';
import { openMailCodes } from './mail-codes.ts';
import { hasMailToken, issueMailToken, type MailToken } from './mail-tokens.ts';
import { openMailer } from './mailer.ts';
import { type LetterContent, letterOf } from './templates.ts';

type Deps = {
  config: Pick<Config, 'mail' | 'publicUrl'>;
  db: Database['db'];
  rateLimits: RateLimits;
  /** For the digests of the codes in letters. */
  codeKey: KeyObject;
  log: Log;
  now: () => number;
};
const hourMs = 60 * 60 * 1000;

type Member = { id: string; email: string };

export type MailService = NonNullable<ReturnType<typeof openMailService>>;

/** Null when mail is off. Looks up the user after the response, so its time does not reveal an account. */
export function openMailService({ config, db, rateLimits, codeKey, log, now }: Deps) {
  if (!config.mail) return null;
  const { afterResponse, send, close } = openMailer(config.mail, log);
  const codes = openMailCodes({ db, key: codeKey, attempts: rateLimits.attempts, now });

  async function contentFor(
    path: string,
    proof: Pick<MailToken, 'userId' | 'purpose' | 'email' | 'browser'>,
  ): Promise<LetterContent> {
    const page = `${config.publicUrl}/${path}`;
    const { code, row } = codes.issue(proof);
    return { link: `${page}#token=${await issueMailToken(db, { ...proof, ...row }, now())}`, code, page };
  }

  const confirmationFor = ({ id, email }: Member, browser: string | null) =>
    contentFor('verify', { userId: id, purpose: 'verify', email, browser });

  async function sendConfirmation(member: Member, browser: string | null) {
    await send(member.email, letterOf('confirmAddress', await confirmationFor(member, browser)));
  }

  return {
    close,
    findByCode: codes.find,

    welcome: ({ emailVerified, ...member }: Member & { emailVerified: boolean }) => {
      if (emailVerified) return;
      afterResponse(async () => {
        if ((await rateLimits.takeLetterTurn('verify', member.email)) === 0)
          await sendConfirmation(member, null);
      });
    },

    /** To the new member, or to the account that had the email before (`madeId` is the new user's id or ''). */
    registered: (email: string, madeId: string, browser: string) =>
      afterResponse(async () => {
        const waitMs = await rateLimits.takeLetterTurn('verify', email);
        const member = await findMember(db, email);
        if (member?.id === madeId) {
          // Store the browser for *Resend*, even when an email has just been sent.
          const content = await confirmationFor(member, browser);
          return waitMs === 0 ? send(email, letterOf('confirmAddress', content)) : undefined;
        }
        // An attack: a registration code could fill a stranger's mailbox, because this does not spend it.
        const isDue = member && (await rateLimits.takeLetterTurn('registered', email, hourMs)) === 0;
        if (isDue) await send(email, letterOf('alreadyRegistered', { link: `${config.publicUrl}/login` }));
      }),

    /** Like `change` it returns how long to wait, in milliseconds; 0 when the email was sent. */
    async confirmAgain(email: string, browser: string | null): Promise<number> {
      const waitMs = await rateLimits.takeLetterTurn('verify', email);
      if (waitMs > 0) return waitMs;
      afterResponse(async () => {
        const member = await findMember(db, email);
        if (!member || member.emailVerified) return;
        // Only for the browser that created this account: a stranger may have registered with this user's email.
        const isMaker = browser !== null && (await hasMailToken(db, { userId: member.id, browser }, now()));
        await sendConfirmation(member, isMaker ? browser : null);
      });
      return 0;
    },

    async change(member: Pick<Person, 'id' | 'session'>, email: string): Promise<number> {
      const waitMs = await rateLimits.takeLetterTurn('change', email);
      if (waitMs > 0) return waitMs;
      afterResponse(async () => {
        if (await findMember(db, email)) return;
        const proof = { userId: member.id, purpose: 'change', email, browser: null } as const;
        const content = await db
          .transaction()
          .execute(async (trx) => ((await holdSession(trx, member)) ? contentFor('verify', proof) : null));
        if (content) await send(email, letterOf('confirmNewAddress', content));
      });
      return 0;
    },

    changed: (formerEmail: string) =>
      afterResponse(() => send(formerEmail, letterOf('addressChanged', { link: `${config.publicUrl}/` }))),

    newPassword: (email: string) =>
      afterResponse(async () => {
        if ((await rateLimits.takeLetterTurn('reset', email)) > 0) return;
        const member = await findMember(db, email);
        if (!member) return;
        const proof = { userId: member.id, purpose: 'reset', email, browser: null } as const;
        await send(email, letterOf('newPassword', await contentFor('reset-password', proof)));
      }),
  };
}
