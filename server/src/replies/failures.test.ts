import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { linesOf } from '../../../testing/chats/person.ts';
import { readReply } from '../../../testing/chats/read-reply.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import { type UpstreamMode, upstreamAnswer } from '../../../testing/server/upstream.ts';

// Null: the failure leaves no message.
const failures: { mode: UpstreamMode; kept: string | null }[] = [
  { mode: 'moved', kept: null },
  { mode: 'e401', kept: null },
  { mode: 'e429', kept: null },
  { mode: 'html', kept: null },
  { mode: 'empty', kept: null },
  { mode: 'hang', kept: null },
  { mode: 'stall', kept: 'assistant interrupted: one two three ' },
  { mode: 'error', kept: 'assistant failed: one two three ' },
  { mode: 'reset', kept: 'assistant interrupted: one two three ' },
  { mode: 'truncated', kept: 'assistant interrupted: one two three ' },
];

onEveryChat(({ start }) => {
  describe('a model that fails', { concurrency: true }, () => {
    for (const { mode, kept } of failures) {
      test(`${mode}: ends the reply with an error, and the question can be asked again`, async () => {
        const app = await start(mode, { pace: { silentMs: 3_000 } });
        const anna = await app.enterAsMember();
        const chatId = randomUUID();
        const heard = await anna.ask(chatId, 'A private question');
        assert.equal(heard.error, 'MODEL_FAILED');
        const lines = ['user complete: A private question', ...(kept ? [kept] : [])];
        assert.deepEqual(linesOf(await anna.chat(chatId)), lines);
        assert.equal(app.logged.length, 1);
        assert.doesNotMatch(JSON.stringify(app.logged), /private|sk-|kind/);
        const healed = (await start('ok')).admit(anna.person);
        assert.equal((await readReply(await healed.retry(chatId))).text, upstreamAnswer);
        const answered = ['user complete: A private question', `assistant complete: ${upstreamAnswer}`];
        assert.deepEqual(linesOf(await healed.chat(chatId)), answered);
      });
    }
  });
});
