import type { Database } from '@foyer/database';
import type { Config } from '../config/read-config.ts';
import type { RateLimits } from '../rate-limits/rate-limits.ts';
import type { Log } from '../telemetry/log.ts';
import { findMember } from '../users/find-member.ts';
import { holdSession } from '../users/lock-user.ts';
import type { Person } from '../users/person.ts';
import { hasMailToken, issueMailToken, type MailToken } from './mail-tokens.ts';
import { openMailer } from './mailer.ts';
import {
  addressChanged,
  alreadyRegistered,
  confirmAddress,
  confirmNewAddress,
  newPassword,
} from './templates.ts';

type Parts = {
  config: Pick<Config, 'mail' | 'publicUrl'>;
  db: Database['db'];
  rateLimits: Pick<RateLimits, 'takeLetterTurn'>;
  log: Log;
  now: () => number;
};
const hourMs = 60 * 60 * 1000;

type Member = { id: string; email: string };

export type MailService = NonNullable<ReturnType<typeof openMailService>>;

/**
 * The letters that are sent, each at most once in 60 seconds to an e-mail; null where no mail is sent.
 *
 * Who has the e-mail is looked up behind the answer: neither what is answered nor how long it takes tells whether
 * somebody has it.
 */
export function openMailService({ config, db, rateLimits, log, now }: Parts) {
  if (!config.mail) return null;
  const { behind, send, close } = openMailer(config.mail, log);
  const linkFor = async (path: string, proof: Pick<MailToken, 'userId' | 'purpose' | 'email' | 'browser'>) =>
    `${config.publicUrl}/${path}#token=${await issueMailToken(db, proof, now())}`;

  const confirmationFor = ({ id, email }: Member, browser: string | null) =>
    linkFor('verify', { userId: id, purpose: 'verify', email, browser });

  async function sendConfirmation(member: Member, browser: string | null) {
    await send(member.email, confirmAddress(await confirmationFor(member, browser)));
  }

  return {
    close,

    /** To somebody who became a member by a provider or out of a guest, unless the provider has verified the e-mail. */
    welcome: ({ emailVerified, ...member }: Member & { emailVerified: boolean }) => {
      if (emailVerified) return;
      behind(async () => {
        if ((await rateLimits.takeLetterTurn('verify', member.email)) === 0)
          await sendConfirmation(member, null);
      });
    },

    /**
     * To whoever has an e-mail with which somebody registered: to the new member, or to the one who had it before.
     *
     * @param madeId the id of the user, if one was made
     * @param browser the digest of what the browser that registered keeps
     */
    registered: (email: string, madeId: string, browser: string) =>
      behind(async () => {
        const waitMs = await rateLimits.takeLetterTurn('verify', email);
        const member = await findMember(db, email);
        if (member?.id === madeId) {
          // The browser is kept with it, for *Resend*, also when a letter has just gone there.
          const link = await confirmationFor(member, browser);
          return waitMs === 0 ? send(email, confirmAddress(link)) : undefined;
        }
        // Whoever has a code could otherwise fill a stranger's mailbox: it is not spent by this.
        const isDue = member && (await rateLimits.takeLetterTurn('registered', email, hourMs)) === 0;
        if (isDue) await send(email, alreadyRegistered(`${config.publicUrl}/login`));
      }),

    /** Once more, to a member who has not confirmed their e-mail. Answers how long to wait, in milliseconds, or 0. */
    async confirmAgain(email: string, browser: string | null): Promise<number> {
      const waitMs = await rateLimits.takeLetterTurn('verify', email);
      if (waitMs > 0) return waitMs;
      behind(async () => {
        const member = await findMember(db, email);
        if (!member || member.emailVerified) return;
        // Only the browser that has made this very account: somebody else may have made it with the e-mail of who asks now.
        const isMaker = browser !== null && (await hasMailToken(db, { userId: member.id, browser }, now()));
        await sendConfirmation(member, isMaker ? browser : null);
      });
      return 0;
    },

    /** To the e-mail that a member wants to have. Answers how long to wait, in milliseconds, or 0. */
    async change(member: Pick<Person, 'id' | 'session'>, email: string): Promise<number> {
      const waitMs = await rateLimits.takeLetterTurn('change', email);
      if (waitMs > 0) return waitMs;
      behind(async () => {
        if (await findMember(db, email)) return;
        const proof = { userId: member.id, purpose: 'change', email, browser: null } as const;
        const link = await db
          .transaction()
          .execute(async (trx) => ((await holdSession(trx, member)) ? linkFor('verify', proof) : null));
        if (link) await send(email, confirmNewAddress(link));
      });
      return 0;
    },

    /** To the e-mail that a member had. */
    changed: (formerEmail: string) => behind(() => send(formerEmail, addressChanged(`${config.publicUrl}/`))),

    /** To a member who cannot log in. */
    newPassword: (email: string) =>
      behind(async () => {
        if ((await rateLimits.takeLetterTurn('reset', email)) > 0) return;
        const member = await findMember(db, email);
        if (!member) return;
        const proof = { userId: member.id, purpose: 'reset', email, browser: null } as const;
        await send(email, newPassword(await linkFor('reset-password', proof)));
      }),
  };
}
