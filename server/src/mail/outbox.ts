import { repeat } from '../installation/repeat.ts';
import { type Log, traceOf } from '../telemetry/log.ts';
import { adviceOn, type openMailer } from './mailer.ts';
import type { Letter } from './templates.ts';
import type { LetterOrder, openUnsentLetters, UnsentLetter } from './unsent-letters.ts';

const everyMs = 1000;
/** A mail server that is silent holds each letter for 20 seconds. */
const workers = 5;

type Deps = {
  mailer: ReturnType<typeof openMailer>;
  unsent: ReturnType<typeof openUnsentLetters>;
  /** Makes its token and code. Null: the letter is no longer wanted. */
  write: (order: LetterOrder) => Promise<Letter | null>;
  log: Log;
};

/** Sends letters. A letter that could not be sent is tried again three times within an hour, by any server. */
export function openOutbox({ mailer, unsent, write, log }: Deps) {
  const counts = { sent: 0, failed: 0, givenUp: 0 };

  /** Returns why it could not be sent; null when it was sent, or is no longer wanted. */
  async function attempt(order: LetterOrder): Promise<{ error: unknown } | null> {
    const letter = await write(order);
    if (!letter) return null;
    try {
      await mailer.send(order.to, letter);
      counts.sent += 1;
      return null;
    } catch (error) {
      counts.failed += 1;
      return { error };
    }
  }

  async function giveUp(row: UnsentLetter, details: Record<string, unknown>) {
    await unsent.forget(row);
    counts.givenUp += 1;
    log('mail could not be sent and is not tried again', { purpose: row.purpose, ...details }, 'error');
  }

  async function tryAgain(row: UnsentLetter) {
    const claim = await unsent.claim(row);
    if (!claim) return;
    if (claim.isOver) return giveUp(row, { reason: 'too old' });
    const order = unsent.open(row);
    if (!order) return giveUp(row, { reason: 'sealed with another secret' });
    const failure = await attempt(order);
    if (!failure) return unsent.forget(row);
    const details = { tries: claim.tries + 1, ...traceOf(failure.error), ...adviceOn(failure.error) };
    if (claim.isLast) return giveUp(row, details);
    log('mail could not be sent, and is tried again', { purpose: row.purpose, ...details }, 'warn');
  }

  async function sendDue(isClosing: () => boolean) {
    const due = await unsent.due();
    const work = async () => {
      for (let row = due.shift(); row && !isClosing(); row = due.shift()) await tryAgain(row);
    };
    await Promise.all(Array.from({ length: workers }, work));
  }

  return {
    /** Since the start of this process. */
    counts: () => counts,

    async send(order: LetterOrder): Promise<void> {
      const failure = await attempt(order);
      // A newer letter has arrived: an older one of this purpose would only confuse.
      if (!failure) return unsent.forget(order);
      await unsent.keep(order);
      const details = { purpose: order.purpose, ...traceOf(failure.error), ...adviceOn(failure.error) };
      log('mail could not be sent, and is tried again', details, 'warn');
    },

    startTrying: (isClosing: () => boolean): (() => Promise<void>) =>
      repeat(
        everyMs,
        () => sendDue(isClosing),
        (error) => log('unsent mail could not be read', traceOf(error), 'warn'),
      ),
  };
}
