import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a process of its own has answered; it lives until it is disposed of. */
export type Apart<Answer> = AsyncDisposable & { answer: Answer; pid: number };

type Told<Answer> = { answer: Answer } | { error: string };

/**
 * Makes of a function one that runs in a process of its own: the module is run there again, and hears what is asked.
 *
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

/** The same for work that has an end. */
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
  // Who is left alone has nobody to work for.
  process.once('disconnect', () => process.exit());
}

/** Ends a process at once, and waits for its end. */
export async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
