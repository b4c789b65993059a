import { setTimeout as wait } from 'node:timers/promises';
import { type InvitationCodesOptions, lookUp } from '@foyer/invitation-codes';
import { deriveKey, digestOf } from '@foyer/invitation-codes/seal';
import { makeApp } from './app.ts';
import { acceptFormerSessions } from './auth/accept-former-sessions.ts';
import { openAuth, sessionSeconds } from './auth/better-auth.ts';
import { keyCookie } from './auth/key-cookie.ts';
import { openKeyRings } from './auth/key-rings.ts';
import { sessions } from './auth/session.ts';
import { startCleanup } from './cleanup/cleanup.ts';
import type { Config } from './config/read-config.ts';
import { erasing } from './erasure.ts';
import { cookieName, isSecure } from './http/cookies.ts';
import { listen } from './http/listen.ts';
import { type FirstCodes, makeFirstCodes } from './installation/first-codes.ts';
import { sessionsKey } from './installation/former-sessions.ts';
import { type Installation, openInstallation } from './installation/installation.ts';
import { vacuumIfOwed } from './installation/owed-vacuum.ts';
import { watchSecret } from './installation/watch-secret.ts';
import { invitationOptions } from './invitation-options.ts';
import { openMailService } from './mail/mail-service.ts';
import { modelCallsOf } from './models/model-calls.ts';
import { openModel } from './models/open-model.ts';
import type { Parts } from './parts.ts';
import { openRateLimits } from './rate-limits/rate-limits.ts';
import { openReplies } from './replies/replies.ts';
import { type Log, logToStderr, traceOf } from './telemetry/log.ts';
import { type Metrics, noMetrics, noTracing, type Tracing } from './telemetry/measured.ts';
import { markDefaultEntries } from './upgrade/mark-default-entries.ts';
import { sealChats } from './upgrade/seal-chats.ts';
import { openPasswords } from './users/password-hashing.ts';

/** How long a server that closes lets running answers go on, in milliseconds. */
const graceMs = 30_000;

export { builtPages } from './http/static-pages.ts';
export type { FirstCodes } from './installation/first-codes.ts';

/** A server that listens. */
export type RunningServer = {
  /** Resolves when the server is to be closed, because its secret is no longer the one of the database. */
  secretChanged: Promise<void>;
  /**
   * Says that it closes and serves on for the drain time, then takes nothing new, lets running answers end, interrupts those
   * that take too long, and closes the database.
   *
   * @param atOnce without the drain time. Default: false
   */
  close: (options?: { atOnce?: boolean }) => Promise<void>;
};

/** What a host may put in the place of the ordinary. */
export type ServeOptions = {
  /** The built web part; without one, only the API is served. */
  pagesFolder: string | null;
  /** Told when this was the very first start of a server that listens. */
  onFirstCodes?: (codes: FirstCodes) => void;
  log?: Log;
  /** The clock, epoch milliseconds. */
  now?: () => number;
  /** How long running answers may go on when it closes, in milliseconds. */
  graceMs?: number;
};

/**
 * Brings the database up to date, and serves until it is closed.
 *
 * @throws InstallationError when the database or the secret cannot be used
 */
export async function serve(config: Config, options: ServeOptions): Promise<RunningServer> {
  // What is opened is closed from the last to the first, also where a step of it fails.
  const opened = new AsyncDisposableStack();
  let isClosing = false;
  try {
    const installation = await openInstallation(config, { serving: true });
    opened.defer(installation.close);
    const tracing = await traceTo(config, installation);
    opened.defer(tracing.close);
    const assembled = assemble(config, installation, { ...options, tracing });
    opened.defer(assembled.passwords.close);
    await sealChats({ ...assembled, keys: installation.keys });
    await vacuumIfOwed(installation.database, assembled.log);
    const metrics = await measure(config, assembled);
    opened.defer(metrics.close);
    const parts = { ...assembled, metrics, isClosing: () => isClosing };
    opened.defer(() => parts.mail?.close());
    const listening = await listen(config, makeApp(parts).fetch);
    opened.defer(listening.stopped);
    opened.defer(() => parts.replies.close(options.graceMs ?? graceMs));
    // Where it cannot listen, no codes were made of which nobody would be told a second time.
    await prepare(assembled, installation, options);
    opened.defer(startCleanup(parts));
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

/** Builds the parts of the service, each once. */
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
    defaultGuestsPerHour: config.limits.defaultGuestsPerHour,
  });
  const replies = openReplies({ database, log, now, onModelEnded: (ms) => tracing.note('model', ms) });
  const mail = openMailService({ config, db, rateLimits, log, now });
  const afterMember: InvitationCodesOptions['afterMember'] = (member) => mail?.welcome(member);
  const report = (error: unknown) =>
    log('error', { during: 'the way back from a provider', ...traceOf(error) }, 'error');
  const invitations = invitationOptions(config, installation, {
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
  const cookie = keyCookie(config, endsGuestsWithBrowser ? undefined : sessionSeconds(config));
  const keyRings = openKeyRings({ db, keys: installation.keys, cookie });
  const people = sessions({
    auth,
    database,
    guestTtlMs,
    endsGuestsWithBrowser,
    keyCookie: cookie,
    verifies: mail !== null,
    now,
  });
  const model = openModel(config.model);
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
    rateLimits,
    invitations,
    formerSessions:
      installation.formerSessions.length > 0
        ? acceptFormerSessions(installation.formerSessions, signing)
        : null,
    mail,
    model,
    replies,
    log,
    metrics: noMetrics,
    tracing,
    isClosing: () => false,
    now,
    pagesFolder,
  };
}

async function prepare(
  { config, invitations, log, now }: Parts,
  installation: Installation,
  { onFirstCodes }: ServeOptions,
) {
  const { db } = installation.database;
  const { defaultLoginCode } = config;
  const given = defaultLoginCode === null ? null : digestOf(installation.keys, defaultLoginCode);
  await markDefaultEntries({ db }, given);
  if (!config.isPublic && !config.isProduction) {
    const codes = await makeFirstCodes(db, installation.keys, now());
    if (codes) onFirstCodes?.(codes);
  }
  const defaults = {
    login: invitations.defaultLoginDigest,
    registration: invitations.defaultRegistrationDigest,
  };
  for (const [kind, digest] of Object.entries(defaults)) {
    if (kind === 'login' && config.settings.loginCodes === 'disabled') continue;
    const state = await lookUp(db, await digest(), now());
    if (state !== 'none' && state !== kind)
      log(`the default ${kind} code admits nobody at the moment`, {}, 'warn');
  }
  for (const name of config.unknownSettings) log('a name in .env is no setting', { name }, 'warn');
}

/** The library that measures is loaded only where something is measured. */
async function measure(
  config: Config,
  parts: Pick<Parts, 'database' | 'replies' | 'invitations' | 'now'>,
): Promise<Metrics> {
  if (!config.metrics) return noMetrics;
  const { openMetrics } = await import('./telemetry/metrics.ts');
  const { database, now } = parts;
  const perDay = config.limits.modelCallsPerDay;
  const modelCalls = perDay === null ? null : { perDay, today: () => modelCallsOf(database.db, now()) };
  return openMetrics(config.metrics, { ...parts, runningReplies: parts.replies.count, modelCalls });
}

/** The library that traces is loaded only where a collector is named. */
async function traceTo({ tracing }: Config, { database }: Installation): Promise<Tracing> {
  if (!tracing) return noTracing;
  const { openTracing } = await import('./telemetry/tracing.ts');
  const opened = openTracing(tracing);
  database.events.on('transacted', (ms) => opened.note('transaction', ms));
  return opened;
}
