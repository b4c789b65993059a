import { setTimeout as wait } from 'node:timers/promises';
import { eraseIfOver, type InvitationCodesOptions } from '@foyer/invitation-codes';
import { deriveKey } from '@foyer/invitation-codes/seal';
import { makeApp } from './app.ts';
import { openAssistants } from './assistants/open-assistants.ts';
import { acceptFormerSessions } from './auth/accept-former-sessions.ts';
import { openAuth, sessionSeconds } from './auth/better-auth.ts';
import { keyCookie } from './auth/key-cookie.ts';
import { openKeyRings } from './auth/key-rings.ts';
import { sessions } from './auth/session.ts';
import { startCleanup } from './cleanup/cleanup.ts';
import { startClock } from './cleanup/clock.ts';
import { startErasingChats } from './cleanup/deleted-chats.ts';
import { openRooms } from './code-limits/rooms.ts';
import { openUseOfDay } from './code-limits/use-of-day.ts';
import { roomSigningKey } from './codes/room-key.ts';
import { isLoopbackHost } from './config/loopback.ts';
import type { Config } from './config/read-config.ts';
import { erasing } from './erasure.ts';
import { cookieName, isSecure } from './http/cookies.ts';
import { listen } from './http/listen.ts';
import { requestLanguage } from './http/request-language.ts';
import { openImports } from './import-jobs/import-jobs.ts';
import { codesAtStart, type FirstCodes, makeFirstCodes } from './installation/first-codes.ts';
import { sessionsKey } from './installation/former-sessions.ts';
import { type Installation, openInstallation } from './installation/installation.ts';
import { vacuumIfOwed } from './installation/owed-vacuum.ts';
import { watchSecret } from './installation/watch-secret.ts';
import { invitationOptions } from './invitation-options.ts';
import { openLiveSettings } from './live-settings/open-live-settings.ts';
import { openMailService } from './mail/mail-service.ts';
import { modelCallsOf } from './models/model-calls.ts';
import { openModels } from './models/open-model.ts';
import { makeLink, operatorKeys } from './operators/links.ts';
import { proveOperator } from './operators/prove-operator.ts';
import { secondFactors } from './operators/second-factor.ts';
import type { Parts } from './parts.ts';
import { openRateLimits } from './rate-limits/rate-limits.ts';
import { openReplies } from './replies/replies.ts';
import { type Log, logToStderr, traceOf } from './telemetry/log.ts';
import { type Metrics, noMetrics, noTracing, type Tracing } from './telemetry/measured.ts';
import { markDefaultEntries } from './upgrade/mark-default-entries.ts';
import { sealChats } from './upgrade/seal-chats.ts';
import { openPasswords } from './users/password-hashing.ts';
import { openWarnings } from './warnings/open-warnings.ts';

/** The time for running replies when the server closes, in milliseconds. */
const graceMs = 30_000;

export { builtPages } from './http/static-pages.ts';
/** `operator`: a link that makes the first operator, where the server listens on loopback. */
export type CodesAtStart = (FirstCodes & { operator: string | null }) | 'first' | 'none';

export type RunningServer = {
  /** Resolves when the server must close because the database has another secret now. */
  secretChanged: Promise<void>;
  /** Serves on for the drain time (not with `atOnce`), lets running replies end for the grace time, then closes all. */
  close: (options?: { atOnce?: boolean }) => Promise<void>;
};

export type ServeOptions = {
  pagesFolder: string | null;
  /** Called with the codes of the very first start, and a link for an operator; later with `first` while one of them works; `none`: there is no code. */
  onCodes?: (codes: CodesAtStart) => void;
  log?: Log;
  /** Epoch milliseconds. */
  now?: () => number;
  graceMs?: number;
};

/** @throws InstallationError when the database or the secret cannot be used */
export async function serve(config: Config, options: ServeOptions): Promise<RunningServer> {
  // Parts are closed in reverse order, even when one of them fails.
  const opened = new AsyncDisposableStack();
  let isClosing = false;
  try {
    const installation = await openInstallation(config, {
      serving: true,
      log: options.log ?? logToStderr(config.logLevel),
    });
    opened.defer(installation.close);
    const tracing = await traceTo(config, installation);
    opened.defer(tracing.close);
    const assembled = assemble(config, installation, { ...options, tracing });
    opened.defer(assembled.passwords.close);
    await assembled.liveSettings.refresh();
    opened.defer(assembled.liveSettings.start());
    opened.defer(assembled.useOfDay.start());
    opened.defer(assembled.imports.close);
    await sealChats({ ...assembled, keys: installation.keys });
    await vacuumIfOwed(installation.database, assembled.log);
    const metrics = await measure(config, assembled);
    opened.defer(metrics.close);
    const parts = { ...assembled, metrics, isClosing: () => isClosing };
    opened.defer(() => parts.mail?.close());
    const listening = await listen(config, makeApp(parts).fetch);
    opened.defer(listening.stopped);
    opened.defer(() => parts.replies.close(options.graceMs ?? graceMs));
    // After `listen`: otherwise first codes could be created and never shown.
    await prepare(assembled, installation, options);
    await parts.warnings.look();
    opened.defer(parts.warnings.start());
    opened.defer(startCleanup(parts));
    opened.defer(startClock(parts));
    opened.defer(startErasingChats(parts));
    opened.defer(parts.mail?.startTrying(parts.isClosing) ?? (() => {}));
    const changed = Promise.withResolvers<void>();
    opened.defer(watchSecret(installation, changed.resolve));
    return {
      secretChanged: changed.promise,
      close: async ({ atOnce = false } = {}) => {
        isClosing = true;
        listening.retire();
        if (!atOnce) await wait(config.drainMs);
        listening.stop();
        await opened.disposeAsync();
      },
    };
  } catch (error) {
    isClosing = true;
    await opened.disposeAsync();
    throw error;
  }
}

export function assemble(
  config: Config,
  installation: Installation,
  {
    pagesFolder,
    log = logToStderr(config.logLevel),
    now = Date.now,
    tracing = noTracing,
  }: ServeOptions & { tracing?: Tracing },
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

async function prepare(
  { config, invitations, operatorKeys, assistants, log, now }: Parts,
  installation: Installation,
  { onCodes }: ServeOptions,
) {
  const { db } = installation.database;
  const given = config.defaultLoginCode === null ? null : await invitations.defaultLoginDigest();
  await markDefaultEntries({ db }, given);
  const getsCodes = !config.isPublic && !config.isProduction;
  const made = getsCodes ? await makeFirstCodes(db, installation.keys, now()) : null;
  const isLocal = isLoopbackHost(config.host);
  const making = { db, keys: operatorKeys, publicUrl: config.publicUrl };
  const operator = made && isLocal ? (await makeLink(making, null, now())).link : null;
  const codes = made ? { ...made, operator } : await codesAtStart(db, now());
  if (codes) onCodes?.(codes);
  await assistants.readAll();
  for (const name of config.unknownSettings) log('a name in .env is not a known setting', { name }, 'warn');
}

/** Loads the metrics library only when metrics are on. */
async function measure(
  config: Config,
  parts: Pick<Parts, 'database' | 'replies' | 'invitations' | 'mail' | 'warnings' | 'now'>,
): Promise<Metrics> {
  if (!config.metrics) return noMetrics;
  const { openMetrics } = await import('./telemetry/metrics.ts');
  const { database, now } = parts;
  const perDay = config.limits.modelCallsPerDay;
  const modelCalls = perDay === null ? null : { perDay, today: () => modelCallsOf(database.db, now()) };
  return openMetrics(config.metrics, {
    ...parts,
    runningReplies: parts.replies.count,
    letters: parts.mail?.counts ?? null,
    warnings: parts.warnings.counts,
    modelCalls,
  });
}

async function traceTo({ tracing }: Config, { database }: Installation): Promise<Tracing> {
  if (!tracing) return noTracing;
  const { openTracing } = await import('./telemetry/tracing.ts');
  const opened = openTracing(tracing);
  database.events.on('transacted', (ms) => opened.note('transaction', ms));
  return opened;
}
