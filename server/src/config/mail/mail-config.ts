import { isLoopbackHost } from '../loopback.ts';

export type MailConfig = {
  url: string;
  from: string;
  tls: (typeof mailEncryption)[number];
};

export const mailEncryption = ['required', 'opportunistic', 'off'] as const;

/** On this machine there is nobody to encrypt for. */
export function encryptionFor(url: string, chosen: MailConfig['tls'] | undefined): MailConfig['tls'] {
  return chosen ?? (isLoopbackHost(new URL(url).hostname) ? 'off' : 'required');
}
