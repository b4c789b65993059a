import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { Config } from '../config/read-config.ts';
import { type Log, traceOf } from '../telemetry/log.ts';
import type { Letter } from './templates.ts';

/** How long after it was asked for such a piece of work begins, in milliseconds. */
const behindMs = 20;
/** How long the mail server may take for one step, in milliseconds. */
const timeoutMs = 20_000;

export type Mailer = ReturnType<typeof openMailer>;

/**
 * Hands letters to the operator's mail server, behind the answer: how long that takes tells nobody whether there was a
 * letter. What fails is logged, without an address.
 */
export function openMailer({ url, from }: NonNullable<Config['mail']>, log: Log) {
  const transport = openTransport(url);
  const underWay = new Set<Promise<void>>();

  /** Does a piece of work behind the answer: looking up, making a link, sending. */
  function behind(work: () => Promise<void>) {
    // Not at once: a query of SQLite takes the thread before the answer has left it.
    const task = wait(behindMs)
      .then(work)
      .catch((error) => log('mail could not be sent', traceOf(error), 'warn'))
      .finally(() => underWay.delete(task));
    underWay.add(task);
  }

  return {
    behind,
    send: async (to: string, letter: Letter): Promise<void> => {
      await transport.sendMail({ from, to, ...letter });
    },
    /** Waits for what is under way. */
    close: async () => {
      await Promise.all(underWay);
      transport.close();
    },
  };
}

/** The line to the mail server, as `smtp://` (with STARTTLS where it is offered) or `smtps://`. */
export function openTransport(url: string) {
  return createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
}
