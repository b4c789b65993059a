import { eraseIfOver, type InvitationCodesOptions } from '@foyer/invitation-codes';
import { deriveKey } from '@foyer/invitation-codes/seal';
import { openAssistants } from './assistants/open-assistants.ts';
import { acceptFormerSessions } from './auth/accept-former-sessions.ts';
import { openAuth, sessionSeconds } from './auth/better-auth.ts';
import { keyCookie } from './auth/key-cookie.ts';
import { openKeyRings } from './auth/key-rings.ts';
import { sessions } from './auth/session.ts';
import { openRooms } from './code-limits/rooms.ts';
import { openUseOfDay } from './code-limits/use-of-day.ts';
import { roomSigningKey } from './codes/room-key.ts';
import type { Config } from './config/read-config.ts';
import { erasing } from './erasure.ts';
import { cookieName, isSecure } from './http/cookies.ts';
import { requestLanguage } from './http/request-language.ts';
import { openImports } from './import-jobs/import-jobs.ts';
import { sessionsKey } from './installation/former-sessions.ts';
import type { Installation } from './installation/installation.ts';
import { invitationOptions } from './invitation-options.ts';
import { openLiveSettings } from './live-settings/open-live-settings.ts';
import { openMailService } from './mail/mail-service.ts';
import { openModels } from './models/open-model.ts';
import { operatorKeys } from './operators/links.ts';
import { proveOperator } from './operators/prove-operator.ts';
import { secondFactors } from './operators/second-factor.ts';
import type { Parts } from './parts.ts';
import { openRateLimits } from './rate-limits/rate-limits.ts';
import { openReplies } from './replies/replies.ts';
import { type Log, logToStderr, traceOf } from './telemetry/log.ts';
import { noMetrics, noTracing, type Tracing } from './telemetry/measured.ts';
import { openPasswords } from './users/password-hashing.ts';
import { openWarnings } from './warnings/open-warnings.ts';

export type AssembleOptions = {
  pagesFolder: string | null;
  log?: Log;
  /** Epoch milliseconds. */
  now?: () => number;
  tracing?: Tracing;
};

/** Opens the parts of a server, which does not listen yet. */
export function assemble(
  config: Config,
  installation: Installation,
  { pagesFolder, log = logToStderr(config.logLevel), now = Date.now, tracing = noTracing }: AssembleOptions,
): Parts {
  const { database, secret } = installation;
  const { db } = database;
  const rateLimits = openRateLimits({
    database,
    key: deriveKey(secret, 'address: digest'),
    now,
    defaultGuestsPerHour: () => config.limits.defaultGuestsPerHour,
  });
  const useOfDay = openUseOfDay({ database, timeZone: () => config.limits.timeZone, log, now });
  const replies = openReplies({
    database,
    log,
    now,
    noteUse: useOfDay.add,
    onModelEnded: (ms) => tracing.note('model', ms),
  });
  const mailKeys = {
    code: deriveKey(secret, 'mail code: digest'),
    letter: deriveKey(secret, 'unsent letter: seal'),
  };
  const mail = openMailService({ config, db, rateLimits, keys: mailKeys, log, now });
  const afterMember: InvitationCodesOptions['afterMember'] = (member, headers) =>
    mail?.welcome(member, requestLanguage(headers, config.language));
  const report = (error: unknown) =>
    log('error', { during: 'the return from a provider', ...traceOf(error) }, 'error');
  const factors = secondFactors({ db, auth: () => auth, tries: rateLimits.secondFactorTries });
  const invitations = invitationOptions(config, installation, {
    proveLogin: proveOperator({ db, factors, now }),
    rateLimits,
    erasing: erasing({ database, log, stopReplies: replies.stopAllOf }),
    afterMember,
    report,
    now,
  });
  const passwords = openPasswords();
  const auth = openAuth(config, installation, { options: invitations, passwords, log });
  const { guestTtlMs } = config.limits;
  const endsGuestsWithBrowser = config.settings.guestCookie === 'session';
  const maxAgeSeconds = endsGuestsWithBrowser ? undefined : sessionSeconds(config);
  const cookie = keyCookie(config, { keys: installation.keys, maxAgeSeconds });
  const keyRings = openKeyRings({ db, keys: installation.keys, cookie });
  const people = sessions({
    auth,
    database,
    guestTtlMs,
    endsGuestsWithBrowser,
    keyCookie: cookie,
    eraseIfOver: (userId) => eraseIfOver(invitations, userId),
    verifies: mail !== null,
    now,
  });
  const liveSettings = openLiveSettings({ config, database, keys: installation.keys, log });
  const models = openModels(config);
  const signing = {
    name: cookieName('session_token', isSecure(config)),
    current: sessionsKey(secret),
    now,
  };
  return {
    config,
    database,
    auth,
    passwords,
    sessions: people,
    keyRings,
    rooms: openRooms(invitations),
    rateLimits,
    invitations,
    codeKeys: installation.keys,
    roomKey: roomSigningKey(secret),
    operatorKeys: operatorKeys(secret),
    liveSettings,
    warnings: openWarnings({
      ...{ config, database, invitations, liveSettings, log, now },
      refused: rateLimits.refused,
    }),
    formerSessions:
      installation.formerSessions.length > 0
        ? acceptFormerSessions(installation.formerSessions, signing)
        : null,
    mail,
    models,
    assistants: openAssistants(config, { models, log }),
    replies,
    useOfDay,
    imports: openImports({ config, database, codeKeys: installation.keys, log, now }),
    log,
    metrics: noMetrics,
    tracing,
    isClosing: () => false,
    now,
    pagesFolder,
  };
}
