import type { Config } from '../config/read-config.ts';
import { openTransport } from '../mail/mailer.ts';
import { about, beforeDeadline, type Finding, reasonOf } from './finding.ts';

const { ok, failed, off } = about('mail');

export async function checkMail(mail: Config['mail'], deadline: AbortSignal): Promise<Finding> {
  if (!mail) {
    return off(
      'Not set up: email addresses are not confirmed, and for a forgotten password you need `./foyer member reset-link`.',
      'To send mail, set SMTP_URL and MAIL_FROM.',
    );
  }
  const { host, username } = new URL(mail.url);
  const transport = openTransport(mail.url);
  try {
    await beforeDeadline(deadline, transport.verify());
    return ok(
      `${host} answers${username === '' ? '' : ' and accepts the user and the password'}; no email was sent.`,
    );
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'EAUTH')
      return failed(`${host} does not accept the user and the password.`, 'Correct them in SMTP_URL.');
    return failed(
      `${host} could not be reached: ${reason}.`,
      'Check the host and port in SMTP_URL (smtps:// for port 465, otherwise smtp://), and that this machine can reach it.',
    );
  } finally {
    transport.close();
  }
}
