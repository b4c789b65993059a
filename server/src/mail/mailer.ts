import { setTimeout as wait } from 'node:timers/promises';
import type { MailConfig } from '../config/mail/mail-config.ts';
import { readSender } from '../config/mail/sender.ts';
import { type Log, traceOf } from '../telemetry/log.ts';
import type { Letter } from './templates.ts';
import { certificateAdvice, certificateProblemOf, openTransport } from './transport.ts';

const delayMs = 20;

/** Sends emails after the response, so that its time does not reveal one. Logs failures without the address. */
export function openMailer({ url, from, tls }: MailConfig, log: Log) {
  const sender = readSender(from) ?? from;
  const transport = openTransport({ url, tls });
  const underWay = new Set<Promise<void>>();

  function afterResponse(work: () => Promise<void>) {
    // A delay: SQLite would block the thread before the response has left it.
    const task = wait(delayMs)
      .then(work)
      .catch((error) => log('mail could not be sent', { ...traceOf(error), ...adviceOn(error) }, 'warn'))
      .finally(() => underWay.delete(task));
    underWay.add(task);
  }

  return {
    afterResponse,
    send: async (to: string, letter: Letter): Promise<void> => {
      const isEncrypted = await transport.send({ from: sender, to, ...letter });
      if (!isEncrypted && tls !== 'off')
        log('mail was sent without encryption', { host: new URL(url).hostname }, 'warn');
    },
    close: async () => {
      await Promise.all(underWay);
      transport.close();
    },
  };
}

export function adviceOn(error: unknown): Record<string, string> {
  const certificate = certificateProblemOf(error);
  return certificate === null ? {} : { certificate, advice: certificateAdvice };
}
