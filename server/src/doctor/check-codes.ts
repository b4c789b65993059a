import type { Database } from '@foyer/database';
import { type CodeKind, stateOf } from '@foyer/invitation-codes/code';
import { selectCodes } from '@foyer/invitation-codes/codes';
import { type CodeKeys, digestOf } from '@foyer/invitation-codes/seal';
import type { InvitationCodeRow } from '@foyer/invitation-codes/tables';
import type { Config } from '../config/read-config.ts';
import { firstLoginCode } from '../installation/first-codes.ts';
import { about, type Finding } from './finding.ts';

/** Where the codes are, and the keys by which they are found; null for what cannot be used. */
type Kept = { db: Database['db'] | null; keys: CodeKeys | null };

/** A default code: which setting names it, and how it is found. */
type Wanted = { kind: CodeKind; setting: string; text: string | null; starter: string | null };

/** Checks the codes that people spend without bringing one. Their texts are not told. */
export async function checkDefaultCodes(config: Config, kept: Kept, now: number): Promise<Finding[]> {
  const starter = kept.db && config.defaultLoginCode === null ? await firstLoginCode(kept.db).digest() : null;
  const login = {
    kind: 'login',
    setting: 'DEFAULT_LOGIN_CODE',
    text: config.defaultLoginCode,
    starter,
  } as const;
  const text = config.defaultRegistrationCode;
  const registration = {
    kind: 'registration',
    setting: 'DEFAULT_REGISTRATION_CODE',
    text,
    starter: null,
  } as const;
  return [
    whyUnused(config, login, kept) ?? (await checkCode(login, kept, now)),
    whyUnused(config, registration, kept) ?? (await checkCode(registration, kept, now)),
  ];
}

/** Of a default code that is not set, or that the other settings put out of use. */
function whyUnused(
  { settings }: Config,
  { kind, setting, text, starter }: Wanted,
  { db }: Kept,
): Finding | null {
  const { off } = aboutCode(kind);
  if (kind === 'registration' && text === null)
    return off('None is set.', `To spare people the field, name a registration code in ${setting}.`);
  // Whether there is a starter code, only the database knows.
  if (kind === 'login' && text === null && starter === null && db)
    return off(
      'None is set: the pages do not offer Continue as Guest.',
      `To offer it, name a login code in ${setting}.`,
    );
  const { loginCodes, registration, registrationCodes, guestConversion } = settings;
  const unused = (reason: string) =>
    off(`It is not used, because of ${reason}.`, 'Nothing, if that is meant.');
  if (kind === 'login') return loginCodes === 'disabled' ? unused('LOGIN_CODES=disabled') : null;
  if (registration === 'disabled') return unused('REGISTRATION=disabled');
  const isSpent = registrationCodes === 'required' || guestConversion === 'code';
  return isSpent ? null : unused('REGISTRATION_CODES=not-required');
}

async function checkCode(wanted: Wanted, { db, keys }: Kept, now: number): Promise<Finding> {
  const { off, failed } = aboutCode(wanted.kind);
  if (!db) return off('Not checked: it needs the database, up to date.', 'Mend the database first.');
  const digest = wanted.text === null ? wanted.starter : keys && digestOf(keys, wanted.text);
  if (digest === null) return off('Not checked: it needs the right secret.', 'Mend the secret first.');
  const code = await selectCodes(db).where('digest', '=', digest).executeTakeFirst();
  if (!code)
    return failed(
      `There is no such code as ${wanted.setting} says.`,
      `Make it (\`./foyer codes create --kind ${wanted.kind} --code …\`), or name another one.`,
    );
  return tellCode(wanted, code, now);
}

function tellCode({ kind, setting, starter }: Wanted, code: InvitationCodeRow, now: number): Finding {
  const { remaining, allowed } = code;
  const { ok, warning, failed } = aboutCode(kind, { remaining, allowed });
  const which = starter === null ? 'It' : 'The starter code';
  if (code.kind !== kind)
    return failed(`${which} is a ${code.kind} code.`, `Name a ${kind} code in ${setting}.`);
  const another = `Make another (\`./foyer codes create --kind ${kind}\`) and name it in ${setting}`;
  if (stateOf(code, now) === 'unusable') {
    if (code.revokedAt === null && now < code.validFrom && remaining > 0)
      return warning(`${which} admits nobody before ${shown(code.validFrom)}.`, `${another}, or wait.`);
    return failed(
      `${which} admits nobody: ${reasonFor(code, now)}.`,
      `${another}, or import it with new terms.`,
    );
  }
  const left = `${which} has ${remaining} of ${allowed} uses left, until ${shown(code.validUntil)}`;
  const isRunningOut = remaining * 5 <= allowed;
  return isRunningOut
    ? warning(`${left}.`, `${another} in time, or import it with more uses.`)
    : ok(`${left}.`);
}

function reasonFor({ revokedAt, validUntil }: InvitationCodeRow, now: number): string {
  if (revokedAt !== null) return 'it was revoked';
  return now > validUntil ? `it ended on ${shown(validUntil)}` : 'all its uses are spent';
}

function aboutCode(kind: CodeKind, more: { remaining?: number; allowed?: number } = {}) {
  return about(`default ${kind} code`, more);
}

function shown(time: number): string {
  return new Date(time).toISOString().replace(/:\d\d\.\d+Z$/, 'Z');
}
