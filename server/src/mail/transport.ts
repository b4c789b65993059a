import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailConfig } from '../config/mail/mail-config.ts';

const timeoutMs = 20_000;

export type Transport = ReturnType<typeof openTransport>;

/**
 * Sends by `smtps://`, or by `smtp://` with the encryption that `tls` asks for:
 * `required` (STARTTLS with a valid certificate), `opportunistic` (STARTTLS with any certificate where it is offered,
 * else plain text), `off`.
 */
export function openTransport({ url, tls }: Pick<MailConfig, 'url' | 'tls'>) {
  const times = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const isEncrypted = tls !== 'off' || url.startsWith('smtps:');
  const encrypted = createTransport({
    url,
    ...times,
    requireTLS: true,
    tls: { rejectUnauthorized: tls !== 'opportunistic' },
  });
  const plain = createTransport({ url, ...times, ignoreTLS: true });

  /** Returns whether the connection was encrypted. */
  async function by(act: (transport: typeof plain) => Promise<unknown>): Promise<boolean> {
    if (isEncrypted)
      try {
        await act(encrypted);
        return true;
      } catch (error) {
        if (tls !== 'opportunistic' || !isRefusedEncryption(error)) throw error;
      }
    await act(plain);
    return false;
  }

  return {
    send: (letter: SendMailOptions) => by((transport) => transport.sendMail(letter)),
    verify: () => by((transport) => transport.verify()),
    close: () => {
      encrypted.close();
      plain.close();
    },
  };
}

function isRefusedEncryption(error: unknown): boolean {
  return codeOf(error, 'code') === 'ETLS' && codeOf(error, 'originalCode') === undefined;
}

/** OpenSSL's name of what is wrong with the server's certificate; null when it is something else. */
export function certificateProblemOf(error: unknown): string | null {
  const code = codeOf(error, 'originalCode') ?? codeOf(error, 'code') ?? '';
  return /^(CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT)/.test(code) ? code : null;
}

export const certificateAdvice =
  'Use the name that the certificate is for, or add its authority by NODE_EXTRA_CA_CERTS=/path/to/ca.pem.';

function codeOf(error: unknown, field: 'code' | 'originalCode'): string | undefined {
  const code = error instanceof Error ? (error as Error & Record<typeof field, unknown>)[field] : undefined;
  return typeof code === 'string' ? code : undefined;
}
