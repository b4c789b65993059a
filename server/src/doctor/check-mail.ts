import type { Config } from '../config/read-config.ts';
import { certificateAdvice, certificateProblemOf, openTransport } from '../mail/transport.ts';
import { about, beforeDeadline, type Finding, reasonOf } from './finding.ts';

const { ok, warning, failed, off } = about('mail');

export async function checkMail(mail: Config['mail'], deadline: AbortSignal): Promise<Finding> {
  if (!mail) {
    return off(
      'Not set up: email addresses are not confirmed, and for a forgotten password you need `./foyer member reset-link`.',
      'To send mail, set SMTP_URL and MAIL_FROM.',
    );
  }
  const { host, username } = new URL(mail.url);
  const transport = openTransport(mail);
  try {
    const isEncrypted = await beforeDeadline(deadline, transport.verify());
    const answers = `${host} answers${username === '' ? '' : ' and accepts the user and the password'}; no email was sent.`;
    return isEncrypted || mail.tls === 'off'
      ? ok(answers)
      : warning(
          `${answers} It offers no encryption: others can read letters and their links on the way.`,
          'Use a mail server that offers STARTTLS, or smtps://.',
        );
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'EAUTH')
      return failed(`${host} does not accept the user and the password.`, 'Correct them in SMTP_URL.');
    const certificate = certificateProblemOf(error);
    if (certificate)
      return failed(`${host} has a certificate that cannot be trusted: ${certificate}.`, certificateAdvice);
    if (reason === 'ETLS')
      return failed(
        `${host} does not offer encryption (STARTTLS).`,
        'Use smtps:// if it has that port, or set SMTP_TLS=opportunistic to send letters in plain text.',
      );
    return failed(
      `${host} could not be reached: ${reason}.`,
      'Check the host and port in SMTP_URL (smtps:// for port 465, otherwise smtp://), and that this machine can reach it.',
    );
  } finally {
    transport.close();
  }
}
