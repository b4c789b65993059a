import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The answer of a child process that lives until it is disposed of. */
export type ChildProcessAnswer<Answer> = AsyncDisposable & { answer: Answer; pid: number };

type ChildMessage<Answer> = { answer: Answer } | { error: string };

/** Turns a function into one that runs in a child process, which loads the module `url` again. */
export function startInChildProcess<Asked, Answer>(url: string, work: (asked: Asked) => Promise<Answer>) {
  const file = fileURLToPath(url);
  if (process.send && process.argv[1] === file) answerParent(work);
  return async (asked: Asked): Promise<ChildProcessAnswer<Answer>> => {
    const child = fork(file, [], {
      serialization: 'advanced',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    child.send({ asked });
    const ended = once(child, 'exit').then(() => [{ error: `${file} ended without an answer` }]);
    const [message] = (await Promise.race([once(child, 'message'), ended])) as [ChildMessage<Answer>];
    if ('error' in message) {
      await end(child);
      throw new Error(message.error);
    }
    return { answer: message.answer, pid: child.pid ?? 0, [Symbol.asyncDispose]: () => end(child) };
  };
}

export function runInChildProcess<Asked, Answer>(url: string, work: (asked: Asked) => Promise<Answer>) {
  const start = startInChildProcess(url, work);
  return async (asked: Asked): Promise<Answer> => {
    await using process = await start(asked);
    return process.answer;
  };
}

function answerParent<Asked, Answer>(work: (asked: Asked) => Promise<Answer>) {
  const sendAnswer = (message: ChildMessage<Answer>) => process.send?.(message);
  process.once('message', ({ asked }: { asked: Asked }) => {
    work(asked).then(
      (answer) => sendAnswer({ answer }),
      (error) => sendAnswer({ error: String(error?.stack ?? error) }),
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
