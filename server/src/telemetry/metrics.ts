import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Database } from '@foyer/database';
import type { InvitationCodesOptions } from '@foyer/invitation-codes';
import { selectCodes } from '@foyer/invitation-codes/codes';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { InstallationError } from '../config/installation-error.ts';
import type { Metrics } from './measured.ts';

type Measured = {
  database: Pick<Database, 'kind' | 'events' | 'poolState' | 'reads'>;
  runningReplies: () => number;
  invitations: Pick<InvitationCodesOptions, 'defaultLoginDigest' | 'defaultRegistrationDigest'>;
  letters: (() => { sent: number; failed: number; givenUp: number }) | null;
  /** How many warnings there are for operators, by kind. */
  warnings: () => Record<string, number>;
  modelCalls: { perDay: number; today: () => Promise<number> } | null;
};

const arrivals = new Map([
  ['/api/auth/sign-in/invitation-code', 'entry'],
  ['/api/auth/sign-up/email', 'registration'],
  ['/api/auth/invitation-code/convert', 'conversion'],
]);

/** Serves `/metrics` on its own port. @throws InstallationError when it cannot listen there */
export async function openMetrics(
  { host, port }: { host: string; port: number },
  measured: Measured,
): Promise<Metrics> {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const answered = measureRequests(register);
  measureReplies(register, measured.runningReplies);
  measureDefaultCodes(register, measured);
  measureWarnings(register, measured.warnings);
  if (measured.letters) measureLetters(register, measured.letters);
  if (measured.modelCalls) measureModelCalls(register, measured.modelCalls);
  if (measured.database.kind === 'postgres') measurePool(register, measured.database);
  const close = await report(register, { host, port });
  return { answered, close };
}

function measureRequests(register: Registry): Metrics['answered'] {
  const durations = new Histogram({
    name: 'foyer_request_duration_seconds',
    help: 'Until the answer began, by method, route and class of status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [register],
  });
  const arrived = new Counter({
    name: 'foyer_arrivals_total',
    help: 'Entries, registrations and conversions, by how they went',
    labelNames: ['kind', 'outcome'],
    registers: [register],
  });
  return ({ method, route, status, durationMs }) => {
    durations.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, durationMs / 1000);
    const kind = arrivals.get(route);
    if (kind) arrived.inc({ kind, outcome: outcomeOf(status) });
  };
}

function outcomeOf(status: number): 'admitted' | 'refused' | 'limited' | 'failed' {
  if (status < 400) return 'admitted';
  if (status >= 500) return 'failed';
  return status === 429 ? 'limited' : 'refused';
}

function measureReplies(register: Registry, runningReplies: Measured['runningReplies']) {
  new Gauge({
    name: 'foyer_running_replies',
    help: 'Replies that are being written in this process',
    registers: [register],
    collect() {
      this.set(runningReplies());
    },
  });
}

function measureLetters(register: Registry, counts: NonNullable<Measured['letters']>) {
  new Counter({
    name: 'foyer_letters_total',
    help: 'Letters: sent, tries that failed, and letters that were given up after four tries',
    labelNames: ['outcome'],
    registers: [register],
    collect() {
      const { sent, failed, givenUp } = counts();
      this.reset();
      this.inc({ outcome: 'sent' }, sent);
      this.inc({ outcome: 'failed' }, failed);
      this.inc({ outcome: 'given_up' }, givenUp);
    },
  });
}

function measureWarnings(register: Registry, counts: Measured['warnings']) {
  new Gauge({
    name: 'foyer_warnings',
    help: 'What operators should look at, by kind, as the console shows it; each minute',
    labelNames: ['kind'],
    registers: [register],
    collect() {
      for (const [kind, count] of Object.entries(counts())) this.set({ kind }, count);
    },
  });
}

function measureDefaultCodes(register: Registry, { database: { reads }, invitations }: Measured) {
  const digests = {
    login: invitations.defaultLoginDigest,
    registration: invitations.defaultRegistrationDigest,
  };
  const codeOf = async (digestOf: () => Promise<string | null>) =>
    selectCodes(reads)
      .where('digest', '=', await digestOf())
      .executeTakeFirst();
  new Gauge({
    name: 'foyer_default_code_uses_left_ratio',
    help: 'What is left of the uses of a default code, from 0 to 1: make another below 0.2',
    labelNames: ['kind'],
    registers: [register],
    async collect() {
      this.reset();
      for (const [kind, digestOf] of Object.entries(digests)) {
        const code = await codeOf(digestOf).catch(() => undefined);
        if (code) this.set({ kind }, code.remaining / code.allowed);
      }
    },
  });
}

function measureModelCalls(register: Registry, { perDay, today }: NonNullable<Measured['modelCalls']>) {
  new Gauge({
    name: 'foyer_model_calls_per_day',
    help: 'How often the model may be asked in a day (MODEL_CALLS_PER_DAY)',
    registers: [register],
  }).set(perDay);
  new Gauge({
    name: 'foyer_model_calls_today',
    help: 'How often the model was asked today (UTC), by all servers together',
    registers: [register],
    async collect() {
      // Report the other metrics even when the database is unavailable.
      this.set(await today().catch(() => Number.NaN));
    },
  });
}

function measurePool(register: Registry, { events, poolState }: Measured['database']) {
  new Gauge({
    name: 'foyer_pool',
    help: 'Connections to PostgreSQL, and queries that wait for one',
    labelNames: ['state'],
    registers: [register],
    collect() {
      for (const [state, count] of Object.entries(poolState() ?? {})) this.set({ state }, count);
    },
  });
  const waits = new Histogram({
    name: 'foyer_pool_wait_seconds',
    help: 'How long was waited for a connection',
    buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 3],
    registers: [register],
  });
  events.on('waited', (ms) => waits.observe(ms / 1000));
  const again = new Counter({
    name: 'foyer_transactions_again_total',
    help: 'Transactions that were run again because another one stood in their way',
    registers: [register],
  });
  events.on('retried', () => again.inc());
}

async function report(register: Registry, { host, port }: { host: string; port: number }) {
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') return response.writeHead(404).end();
    response.setHeader('Content-Type', register.contentType);
    response.end(await register.metrics());
  });
  server.listen(port, host);
  await once(server, 'listening').catch((error) => {
    throw new InstallationError(`Foyer cannot report its metrics on ${host}:${port}: ${error.message}`);
  });
  return async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
}
