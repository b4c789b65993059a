import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after } from 'node:test';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

const timeoutMs = 5000;

type Received = Email & { for: string };

/** A real mail server on its own port that keeps every letter. */
export async function startMailbox() {
  const letters: Received[] = [];
  let isRefusing = false;
  let refused = 0;
  let arrived = Promise.withResolvers<void>();

  async function keep(stream: Readable, { envelope }: SMTPServerSession) {
    const letter = await PostalMime.parse(await buffer(stream));
    for (const { address } of envelope.rcptTo) letters.push({ ...letter, for: address });
    arrived.resolve();
    arrived = Promise.withResolvers();
  }

  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_, __, done) => {
      if (!isRefusing) return done();
      refused += 1;
      done(Object.assign(new Error('try again later'), { responseCode: 451 }));
    },
    onData: (stream, session, done) => {
      keep(stream, session).then(() => done(), done);
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  after(() => new Promise<void>((resolve) => server.close(resolve)));

  return {
    letters,
    /** Refuses letters for a while, like a server with greylisting. */
    refuse: (refuses: boolean) => {
      isRefusing = refuses;
    },
    refused: () => refused,
    /** Settings that send mail through it. */
    settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Foyer <foyer@example.org>' },
    /** Waits for the next letter to this address that was not taken yet. */
    async take(address: string): Promise<Received> {
      const end = AbortSignal.timeout(timeoutMs);
      while (true) {
        const index = letters.findIndex((letter) => letter.for === address);
        const [letter] = index < 0 ? [] : letters.splice(index, 1);
        if (letter) return letter;
        if (end.aborted) throw new Error(`no letter has come to ${address}`);
        await Promise.race([arrived.promise, once(end, 'abort')]);
      }
    },
  };
}

export function linkIn({ text }: { text?: string }): string {
  const [link] = /https?:\/\/\S+/.exec(text ?? '') ?? [];
  if (!link) throw new Error(`there is no link in: ${text}`);
  return link;
}

export function tokenIn(letter: { text?: string }): string {
  return new URLSearchParams(new URL(linkIn(letter)).hash.slice(1)).get('token') ?? '';
}

export function mailCodeIn({ text }: { text?: string }): string {
  const [code] = /^[2-9A-Z]{4}-[2-9A-Z]{4}$/m.exec(text ?? '') ?? [];
  if (!code) throw new Error(`there is no code in: ${text}`);
  return code;
}
