import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { Config } from '../config/read-config.ts';
import { type Log, traceOf } from '../telemetry/log.ts';
import type { Letter } from './templates.ts';

const delayMs = 20;
const timeoutMs = 20_000;

/** Sends emails after the response, so that its time does not reveal one. Logs failures without the address. */
export function openMailer({ url, from }: NonNullable<Config['mail']>, log: Log) {
  const transport = openTransport(url);
  const underWay = new Set<Promise<void>>();

  function afterResponse(work: () => Promise<void>) {
    // A delay: SQLite would block the thread before the response has left it.
    const task = wait(delayMs)
      .then(work)
      .catch((error) => log('mail could not be sent', traceOf(error), 'warn'))
      .finally(() => underWay.delete(task));
    underWay.add(task);
  }

  return {
    afterResponse,
    send: async (to: string, letter: Letter): Promise<void> => {
      await transport.sendMail({ from, to, ...letter });
    },
    close: async () => {
      await Promise.all(underWay);
      transport.close();
    },
  };
}

/** `smtp://` (STARTTLS if offered) or `smtps://`. */
export function openTransport(url: string) {
  return createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
}
