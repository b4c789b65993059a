import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Done, Job } from './hashing.ts';

// Hashes passwords for a server, which it hears by the channel to its parent, and ends with it.
process.on('message', async ({ id, ask }: Job) => {
  const answer = await answerTo(ask).then(
    (result) => ({ result }),
    (error) => ({ error: String(error) }),
  );
  process.send?.({ id, ...answer } satisfies Done);
});
process.once('disconnect', () => process.exit());
// Ctrl-C reaches this process, too: the server still answers those who are on their way.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {});

function answerTo(ask: Job['ask']): Promise<string | boolean> {
  return 'hash' in ask ? verifyPassword(ask) : hashPassword(ask.password);
}
