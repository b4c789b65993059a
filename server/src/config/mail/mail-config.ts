import { isLoopbackHost } from '../loopback.ts';

export type MailConfig = {
  url: string;
  from: string;
  tls: (typeof mailEncryption)[number];
};

export const mailEncryption = ['required', 'opportunistic', 'off'] as const;

export function encryptionFor(url: string, chosen: MailConfig['tls'] | undefined): MailConfig['tls'] {
  return chosen ?? (isLoopbackHost(new URL(url).hostname) ? 'off' : 'required');
}
