import type { Database } from '@foyer/database';
import { findDigest } from '@foyer/invitation-codes';
import { type CodeKind, stateOf } from '@foyer/invitation-codes/code';
import { selectCodes } from '@foyer/invitation-codes/codes';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type { InvitationCodeRow } from '@foyer/invitation-codes/tables';
import type { Config } from '../config/read-config.ts';
import { firstLoginCode } from '../installation/first-codes.ts';
import { about, type Finding } from './finding.ts';

/** Null: cannot be used. */
type CodeStore = { db: Database['db'] | null; keys: CodeKeys | null };

type DefaultCode = { kind: CodeKind; setting: string; text: string | null; starter: string | null };

export async function checkDefaultCodes(config: Config, store: CodeStore, now: number): Promise<Finding[]> {
  const starter =
    store.db && config.defaultLoginCode === null ? await firstLoginCode(store.db).digest() : null;
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
    whyUnused(config, login, store) ?? (await checkCode(login, store, now)),
    whyUnused(config, registration, store) ?? (await checkCode(registration, store, now)),
  ];
}

/** Why a default code is not in use: not set, or disabled by other settings. */
function whyUnused(
  { settings }: Config,
  { kind, setting, text, starter }: DefaultCode,
  { db }: CodeStore,
): Finding | null {
  const { off } = aboutCode(kind);
  if (kind === 'registration' && text === null)
    return off(
      'Not set.',
      `To let people register without typing a code, set ${setting} to a registration code.`,
    );
  if (kind === 'login' && text === null && starter === null && db)
    return off(
      'Not set: the pages do not offer Continue as Guest.',
      `To offer it, set ${setting} to a login code.`,
    );
  const { loginCodes, registration, registrationCodes, guestConversion } = settings;
  const unused = (reason: string) =>
    off(`It is not used because of ${reason}.`, 'Nothing, if you want this.');
  if (kind === 'login') return loginCodes === 'disabled' ? unused('LOGIN_CODES=disabled') : null;
  if (registration === 'disabled') return unused('REGISTRATION=disabled');
  const isSpent = registrationCodes === 'required' || guestConversion === 'code';
  return isSpent ? null : unused('REGISTRATION_CODES=not-required');
}

async function checkCode(defaultCode: DefaultCode, { db, keys }: CodeStore, now: number): Promise<Finding> {
  const { off, failed } = aboutCode(defaultCode.kind);
  if (!db) return off('Not checked: this needs an up-to-date database.', 'Fix the database first.');
  const digest =
    defaultCode.text === null ? defaultCode.starter : keys && (await findDigest(db, keys, defaultCode.text));
  if (digest === null) return off('Not checked: it needs the right secret.', 'Fix the secret first.');
  const code = await selectCodes(db).where('digest', '=', digest).executeTakeFirst();
  if (!code)
    return failed(
      `There is no such code as in ${defaultCode.setting}.`,
      `Create it (\`./foyer codes create --kind ${defaultCode.kind} --code …\`), or set another one.`,
    );
  return reportCode(defaultCode, code, now);
}

function reportCode({ kind, setting, starter }: DefaultCode, code: InvitationCodeRow, now: number): Finding {
  const { remaining, allowed } = code;
  const { ok, warning, failed } = aboutCode(kind, { remaining, allowed });
  const which = starter === null ? 'It' : 'The starter code';
  if (code.kind !== kind)
    return failed(`${which} is a ${code.kind} code.`, `Set ${setting} to a ${kind} code.`);
  const another = `Create another (\`./foyer codes create --kind ${kind}\`) and put it into ${setting}`;
  if (stateOf(code, now) === 'unusable') {
    if (code.revokedAt === null && now < code.validFrom && remaining > 0)
      return warning(`${which} does not work before ${shown(code.validFrom)}.`, `${another}, or wait.`);
    return failed(
      `${which} does not work: ${reasonFor(code, now)}.`,
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
  return now > validUntil ? `it expired on ${shown(validUntil)}` : 'all its uses are spent';
}

function aboutCode(kind: CodeKind, more: { remaining?: number; allowed?: number } = {}) {
  return about(`default ${kind} code`, more);
}

function shown(time: number): string {
  return new Date(time).toISOString().replace(/:\d\d\.\d+Z$/, 'Z');
}
