import { setTimeout as wait } from 'node:timers/promises';
import { makeApp } from './app.ts';
import { assemble } from './assemble.ts';
import { startCleanup } from './cleanup/cleanup.ts';
import { startClock } from './cleanup/clock.ts';
import { startErasingChats } from './cleanup/deleted-chats.ts';
import { isLoopbackHost } from './config/loopback.ts';
import type { Config } from './config/read-config.ts';
import { listen } from './http/listen.ts';
import { codesAtStart, type FirstCodes, makeFirstCodes } from './installation/first-codes.ts';
import { type Installation, openInstallation } from './installation/installation.ts';
import { vacuumIfOwed } from './installation/owed-vacuum.ts';
import { watchSecret } from './installation/watch-secret.ts';
import { modelCallsOf } from './models/model-calls.ts';
import { makeLink } from './operators/links.ts';
import type { Parts } from './parts.ts';
import { type Log, logToStderr } from './telemetry/log.ts';
import { type Metrics, noMetrics, noTracing, type Tracing } from './telemetry/measured.ts';
import { markDefaultEntries } from './upgrade/mark-default-entries.ts';
import { sealChats } from './upgrade/seal-chats.ts';

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
