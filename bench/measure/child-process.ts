import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The answer of a child process that lives until it is disposed of. */
export type Apart<Answer> = AsyncDisposable & { answer: Answer; pid: number };

type Told<Answer> = { answer: Answer } | { error: string };

/**
 * Turns a function into one that runs in a child process, which loads the same module.
 * @param url of the module: `import.meta.url`
 */
export function keptApart<Asked, Answer>(url: string, work: (asked: Asked) => Promise<Answer>) {
  const file = fileURLToPath(url);
  if (process.send && process.argv[1] === file) answerParent(work);
  return async (asked: Asked): Promise<Apart<Answer>> => {
    const child = fork(file, [], {
      serialization: 'advanced',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    child.send({ asked });
    const ended = once(child, 'exit').then(() => [{ error: `${file} ended without an answer` }]);
    const [told] = (await Promise.race([once(child, 'message'), ended])) as [Told<Answer>];
    if ('error' in told) {
      await end(child);
      throw new Error(told.error);
    }
    return { answer: told.answer, pid: child.pid ?? 0, [Symbol.asyncDispose]: () => end(child) };
  };
}

/** The same for work that ends. */
export function apart<Asked, Answer>(url: string, work: (asked: Asked) => Promise<Answer>) {
  const start = keptApart(url, work);
  return async (asked: Asked): Promise<Answer> => {
    await using process = await start(asked);
    return process.answer;
  };
}

function answerParent<Asked, Answer>(work: (asked: Asked) => Promise<Answer>) {
  const tell = (told: Told<Answer>) => process.send?.(told);
  process.once('message', ({ asked }: { asked: Asked }) => {
    work(asked).then(
      (answer) => tell({ answer }),
      (error) => tell({ error: String(error?.stack ?? error) }),
    );
  });
  // A child without a parent has nothing to do.
  process.once('disconnect', () => process.exit());
}

/** Kills a process and waits for its end. */
export async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
