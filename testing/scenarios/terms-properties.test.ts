import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { onEveryDatabase } from '../database/database.ts';
import { startApp, type TestApp, type Visitor } from '../server/app.ts';
import { type ScriptedModel, saysWithUsage, startScriptedModel } from '../server/scripted-model.ts';

const tokensPerReply = 60;
const maxMessages = 20;

let model: ScriptedModel;
before(async () => {
  model = await startScriptedModel((response) => saysWithUsage(response, ['Yes.'], tokensPerReply));
});
after(() => model.close());

const limits = fc.record({
  allowed: fc.integer({ min: 1, max: 12 }),
  messagesPerPerson: fc.option(fc.integer({ min: 1, max: 3 })),
  tokenBudget: fc.option(fc.integer({ min: 1, max: 400 })),
  peopleAtOnce: fc.option(fc.integer({ min: 1, max: 4 })),
});

/** What happens at once in a step: how many come, and who of those inside asks or leaves. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ come: fc.nat(6), ask: fc.nat(4), leave: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ edit: limits }) },
  { weight: 1, arbitrary: fc.record({ passMinutes: fc.constantFrom(5, 11) }) },
);

onEveryDatabase(({ place }) => {
  async function state(app: TestApp, label: string) {
    const code = await app.db
      .selectFrom('invitationCode')
      .leftJoin('tokenUse', 'tokenUse.codeId', 'invitationCode.id')
      .select(['id', 'tokens'])
      .where('label', '=', label)
      .executeTakeFirstOrThrow();
    const redemptions = await app.db
      .selectFrom('redemption')
      .select(['id', 'messages', 'tokens'])
      .where('codeId', '=', code.id)
      .execute();
    const places = await app.db
      .selectFrom('place')
      .select('aliveUntil')
      .where('codeId', '=', code.id)
      .execute();
    return { redemptions, tokens: code.tokens ?? 0, places };
  }

  test('no order of entries, questions, leavings and edits gets more than the terms allow', async () => {
    const app = await startApp((await place()).url, {
      MODEL_URL: model.url,
      MODEL_NAME: 'any',
      GUEST_MESSAGES_PER_HOUR: String(maxMessages),
    });
    const property = fc.asyncProperty(
      limits,
      fc.array(step, { minLength: 3, maxLength: 8 }),
      async (first, steps) => {
        let terms = first;
        const code = await app.makeCode({ ...first, remaining: first.allowed });
        let inside: { guest: Visitor; chat: string }[] = [];
        for (const each of steps) {
          const before = await state(app, code);
          if ('edit' in each) {
            terms = each.edit;
            await app.editCode(code, terms);
            continue;
          }
          if ('passMinutes' in each) {
            app.pass(each.passMinutes * 60_000);
            continue;
          }
          const leaving = inside.slice(0, each.leave);
          const asking = inside.slice(each.leave, each.leave + each.ask);
          const coming = Array.from({ length: each.come }, () => app.visitor());
          const [entered, answered] = await Promise.all([
            Promise.all(coming.map((guest) => guest.enter(code))),
            Promise.all(
              asking.map(({ guest, chat }) =>
                guest.post(`/api/chats/${chat}/messages`, { id: crypto.randomUUID(), text: 'Hello' }),
              ),
            ),
            Promise.all(leaving.map(({ guest }) => guest.logOut())),
          ]);
          for (const { status, code: refusal } of entered)
            if (status !== 200) assert.match(String(refusal), /^(INVITATION_CODE_INVALID|ROOM_FULL)$/);
          for (const { status, code: refusal } of answered)
            if (status !== 200) assert.match(String(refusal), /^(MESSAGES_SPENT|BUDGET_SPENT|ROOM_FULL)$/);

          const now = await state(app, code);
          const isIn = entered.filter(({ status }) => status === 200).length;
          assert.equal(now.redemptions.length - before.redemptions.length, isIn);
          assert.ok(isIn <= Math.max(0, terms.allowed - before.redemptions.length));
          if (terms.peopleAtOnce !== null && isIn > 0) {
            const held = before.places.length - leaving.length;
            assert.ok(isIn <= terms.peopleAtOnce + leaving.length, `${isIn} came, ${held} were there`);
          }
          const messagesBefore = new Map(before.redemptions.map(({ id, messages }) => [id, messages]));
          for (const { id, messages } of now.redemptions) {
            const sent = messagesBefore.get(id) ?? 0;
            assert.ok(messages <= Math.max(sent, terms.messagesPerPerson ?? maxMessages));
          }
          const replies = answered.filter(({ status }) => status === 200).length;
          if (terms.tokenBudget !== null && before.tokens >= terms.tokenBudget) assert.equal(replies, 0);
          const used = now.redemptions.reduce((sum, { tokens }) => sum + tokens, 0);
          const usedBefore = before.redemptions.reduce((sum, { tokens }) => sum + tokens, 0);
          assert.equal(used - usedBefore, replies * tokensPerReply);
          if (terms.tokenBudget !== null) assert.equal(now.tokens - before.tokens, replies * tokensPerReply);

          const came = coming.flatMap((guest, i) =>
            entered[i]?.status === 200 ? [{ guest, chat: crypto.randomUUID() }] : [],
          );
          inside = [...inside.slice(each.leave), ...came];
        }
        await Promise.all(inside.map(({ guest }) => guest.logOut()));
      },
    );
    await fc.assert(property, { numRuns: process.env.LONG_TESTS ? 200 : 20 });
  });
});
