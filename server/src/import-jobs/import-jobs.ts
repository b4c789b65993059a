import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { importJob } from '@foyer/api/operator/imports';
import { type CheckedImport, checkImport, ImportRefused, writeImport } from '@foyer/code-files/import-codes';
import type { Database } from '@foyer/database';
import type { CodeKeys } from '@foyer/invitation-codes/seal';
import type * as z from 'zod';
import { assistantIds } from '../assistants/assistant-ids.ts';
import type { Config } from '../config/read-config.ts';
import { type Log, traceOf } from '../telemetry/log.ts';
import { openPlanRows, type PlanRows } from './plan-rows.ts';

export type ImportJob = z.output<typeof importJob>;
export type Imports = ReturnType<typeof openImports>;

type Running = {
  shown: ImportJob;
  resetUsage: boolean;
  isForgotten: boolean;
  file: string;
  folder: string;
  checked: CheckedImport | null;
  plan: PlanRows | null;
  controller: AbortController;
  work: Promise<void>;
  /** Resolves when no piece is being written. */
  taken: Promise<void>;
};

type Deps = {
  config: Pick<Config, 'dataDir' | 'assistants'>;
  database: Pick<Database, 'db'>;
  codeKeys: CodeKeys;
  log: Log;
  now: () => number;
};

const mostBytes = 512_000_000;
/** A plan that nobody runs is forgotten after this time, and so is an import that has ended, in milliseconds. */
const keptMs = 60 * 60_000;
/** Uploads that have begun and are not planned yet. */
const maxUploading = 5;
/** Progress is told this often at most, in milliseconds. */
const toldEveryMs = 200;

/** The imports of this server, in its memory and in files that only it can read. At most one is at work at a time. */
export function openImports({ config, database: { db }, codeKeys, log, now }: Deps) {
  const folder = join(config.dataDir, 'imports');
  const jobs = new Map<string, Running>();
  // A plan holds the texts of codes, also where nobody comes back for it.
  const tidying = setInterval(() => void tidyUp(), keptMs / 6);
  tidying.unref();

  const isAtWork = () =>
    [...jobs.values()].some(({ shown }) => shown.state === 'reading' || shown.state === 'writing');

  async function create({
    name,
    resetUsage,
  }: {
    name: string;
    resetUsage: boolean;
  }): Promise<ImportJob | null> {
    await tidyUp();
    const uploading = [...jobs.values()].filter(({ shown }) => shown.state === 'uploading');
    if (isAtWork() || uploading.length >= maxUploading) return null;
    const id = randomUUID();
    const own = join(folder, id);
    await mkdir(own, { recursive: true, mode: 0o700 });
    const file = join(own, `codes${/\.\w{1,10}$/.exec(name)?.[0] ?? '.json'}`);
    await writeFile(file, '', { mode: 0o600 });
    const shown: ImportJob = {
      ...{ id, name, createdAt: now(), state: 'uploading', bytes: 0, isRefused: false },
      ...{ progress: null, totals: null, problem: null },
    };
    const controller = new AbortController();
    jobs.set(id, {
      shown,
      resetUsage,
      isForgotten: false,
      file,
      folder: own,
      checked: null,
      plan: null,
      controller,
      work: Promise.resolve(),
      taken: Promise.resolve(),
    });
    return shown;
  }

  /** @returns the import, or why the piece is not taken */
  async function take(
    { shown, file }: Running,
    { from, piece }: { from: number; piece: Uint8Array },
  ): Promise<ImportJob | { problem: string }> {
    if (shown.state !== 'uploading') return shown;
    const isAgain = from + piece.length <= shown.bytes && from < shown.bytes;
    if (isAgain) return shown;
    if (from !== shown.bytes) return { problem: `from: ${shown.bytes} is expected` };
    if (from + piece.length > mostBytes)
      return { problem: `the file: at most ${mostBytes} bytes are expected` };
    await appendFile(file, piece);
    shown.bytes += piece.length;
    return shown;
  }

  /** One piece after the other: a piece that is sent again waits for the first one. */
  function append(job: Running, sent: Parameters<typeof take>[1]): ReturnType<typeof take> {
    const taken = job.taken.then(() => take(job, sent));
    job.taken = taken.then(
      () => {},
      () => {},
    );
    return taken;
  }

  /** Reads the file and plans the import. It goes on in the background. */
  function plan(job: Running): void {
    const { shown, file, resetUsage, controller } = job;
    if (shown.state !== 'uploading') return;
    shown.state = 'reading';
    const work = async () => {
      const rows = openPlanRows(join(job.folder, 'plan.db'));
      job.plan = rows;
      const assistants = await assistantIds(config);
      const watch = { signal: controller.signal, onProgress: progressOf(shown) };
      const options = { resetUsage, assistants, now: now(), onPlanned: rows.add };
      job.checked = await checkImport(db, codeKeys, file, { ...options, ...watch });
      const { rows: all, new: added, changed, unchanged, refused } = job.checked.totals;
      shown.totals = { rows: all, new: added, changed, unchanged, refused };
      shown.isRefused = refused > 0;
      shown.state = 'planned';
    };
    job.work = run(job, work);
  }

  /** Writes the plan, in the background. */
  function write(job: Running): void {
    const { shown, checked, controller } = job;
    if (!checked) throw new Error('an import without a plan cannot be written');
    shown.state = 'writing';
    const work = async () => {
      await writeImport(db, checked, now(), { signal: controller.signal, onProgress: progressOf(shown) });
      shown.state = 'written';
      checked[Symbol.dispose]();
      job.checked = null;
      await rm(job.file, { force: true });
    };
    job.work = run(job, work);
  }

  async function run({ shown, file }: Running, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      shown.state = 'failed';
      const isExpected = error instanceof ImportRefused;
      // The path is of this server; people know the file by its name.
      shown.problem = isExpected
        ? error.message.replaceAll(file, shown.name)
        : 'something went wrong on the server';
      if (!isExpected) log('an import failed', traceOf(error), 'error');
    }
    shown.progress = null;
  }

  async function forget(job: Running): Promise<void> {
    if (job.isForgotten) return;
    job.isForgotten = true;
    job.controller.abort();
    await job.taken;
    await job.work;
    jobs.delete(job.shown.id);
    job.checked?.[Symbol.dispose]();
    job.plan?.close();
    await rm(job.folder, { recursive: true, force: true });
  }

  async function forgetOld(): Promise<void> {
    const old = [...jobs.values()].filter(({ shown: { state, createdAt } }) => {
      return state !== 'reading' && state !== 'writing' && createdAt < now() - keptMs;
    });
    for (const job of old) await forget(job);
  }

  /** Also deletes what a process left that was killed. Another server may use this folder: what is young stays. */
  async function tidyUp(): Promise<void> {
    try {
      await forgetOld();
      for (const name of await readdir(folder)) {
        const { mtimeMs } = await stat(join(folder, name));
        const isLeft = !jobs.has(name) && mtimeMs < Date.now() - 2 * keptMs;
        if (isLeft) await rm(join(folder, name), { recursive: true, force: true });
      }
    } catch (error) {
      // The folder comes with the first import, and another server may have deleted the same.
      if (!isMissing(error)) log('old imports could not be deleted', traceOf(error), 'warn');
    }
  }

  return {
    create,
    append,
    plan,
    write,
    isAtWork,
    find: (id: string) => {
      const job = jobs.get(id);
      return job?.isForgotten ? undefined : job;
    },
    list: (): ImportJob[] => Array.from(jobs.values(), ({ shown }) => shown).reverse(),
    forget,
    close: async () => {
      clearInterval(tidying);
      for (const job of jobs.values()) await forget(job);
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function progressOf(shown: ImportJob) {
  let toldAt = 0;
  return (progress: NonNullable<ImportJob['progress']>) => {
    if (Date.now() < toldAt + toldEveryMs) return;
    toldAt = Date.now();
    shown.progress = progress;
  };
}
