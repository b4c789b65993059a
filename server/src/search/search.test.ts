import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { testKeys } from '../../../testing/chats/chat.ts';
import { type personAt, refusalOf, statusAndCode } from '../../../testing/chats/person.ts';
import { readFirstWords, until } from '../../../testing/chats/read-reply.ts';
import { onEveryChat } from '../../../testing/chats/suite.ts';
import { upstreamAnswer } from '../../../testing/server/upstream.ts';
import { createChat } from '../chats/chats.ts';
import { sealMessage } from '../chats/messages.ts';
import { timeSlices } from '../http/time-slices.ts';
import { excerptAround, fold } from './folded-text.ts';
import { openSearches } from './open-searches.ts';
import { searchChats } from './search.ts';
import { streamMatches } from './stream-search.ts';

type Person = ReturnType<typeof personAt>;
type Line = {
  chatId?: string;
  title?: string;
  messageId?: string | null;
  position?: number | null;
  excerpt?: string;
  updatedAt?: number;
  isComplete?: boolean;
};

const search = (person: Person, text: unknown, signal?: AbortSignal) =>
  person.call('/search', { body: { text }, ...(signal && { signal }) });

async function linesOf(response: Response): Promise<Line[]> {
  assert.equal(response.status, 200);
  return (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

async function found(person: Person, text: string) {
  const lines = await linesOf(await search(person, text));
  const last = lines.pop();
  return { excerpts: lines.map(({ excerpt }) => excerpt), isComplete: last?.isComplete };
}

onEveryChat(({ start, db }) => {
  /** Stores a chat with these texts and this time of use. */
  async function keep({ person }: Person, texts: string[], now = 0): Promise<string> {
    const id = randomUUID();
    await createChat(db(), { id, userId: person.id, keys: testKeys, text: `Title ${now}`, now }).execute();
    for (let start = 0; start < texts.length; start += 500) {
      const rows = texts.slice(start, start + 500).map((text, i) => {
        const role = (start + i) % 2 === 0 ? 'user' : 'assistant';
        const message = {
          id: randomUUID(),
          position: start + i,
          role,
          text,
          status: 'complete',
          createdAt: 0,
        } as const;
        return { chatId: id, ...sealMessage(testKeys, id, message) };
      });
      await db().insertInto('message').values(rows).execute();
    }
    return id;
  }

  test('titles and messages are found, most recently used chat first, one line each', async () => {
    const app = await start('ok', { now: () => 1000 });
    const anna = await app.enterAsMember();
    const older = await keep(
      anna,
      ['Of geese', 'The grey HERON eats fish.\nSo does the otter.', 'No bird'],
      5,
    );
    const chat = randomUUID();
    await anna.ask(chat, 'What do herons eat?');
    const response = await search(anna, ' heron ');
    assert.match(response.headers.get('content-type') ?? '', /^application\/x-ndjson/);
    assert.equal(response.headers.get('cache-control'), 'no-store, no-transform');
    const [title, question, answer, ...others] = await linesOf(response);
    const { updatedAt } = (await anna.chat(chat)) ?? {};
    const ofNewer = { chatId: chat, title: 'What do herons eat?', excerpt: 'What do herons eat?', updatedAt };
    assert.deepEqual(title, { ...ofNewer, messageId: null, position: null });
    assert.deepEqual(question, { ...ofNewer, messageId: question?.messageId, position: 0 });
    assert.deepEqual(answer, {
      chatId: older,
      title: 'Title 5',
      messageId: answer?.messageId,
      position: 1,
      excerpt: 'The grey HERON eats fish. So does the otter.',
      updatedAt: 5,
    });
    assert.deepEqual(others, [{ isComplete: true }]);
    assert.deepEqual(await found(anna, upstreamAnswer), {
      excerpts: [upstreamAnswer.trim()],
      isComplete: true,
    });
    assert.deepEqual(await found(anna, 'eagle'), { excerpts: [], isComplete: true });
  });

  test('users find their own texts, guests too, in any number of chats and messages', async () => {
    const app = await start('ok');
    const [anna, eve] = [await app.enterAsGuest(), await app.enterAsMember()];
    for (let i = 0; i < 120; i++) await keep(anna, ['nothing', i % 2 ? `needle ${i}` : 'hay'], 2000 - i);
    const long = Array.from({ length: 1201 }, (_, i) =>
      [0, 199, 200, 1200].includes(i) ? `needle ${i}` : 'hay',
    );
    await keep(anna, long, 1000);
    const expected = [
      ...Array.from({ length: 60 }, (_, i) => `needle ${2 * i + 1}`),
      ...[0, 199, 200, 1200].map((i) => `needle ${i}`),
    ];
    assert.deepEqual(await found(anna, 'needle'), { excerpts: expected, isComplete: true });
    assert.deepEqual(await found(eve, 'needle'), { excerpts: [], isComplete: true });
  });

  test('at most a hundred matches are returned, with a note if there are more', async () => {
    const anna = await (await start('ok')).enterAsMember();
    await keep(anna, Array(100).fill('needle'));
    const all = await found(anna, 'needle');
    assert.deepEqual([all.excerpts.length, all.isComplete], [100, true]);
    await keep(anna, ['needle']);
    const some = await found(anna, 'needle');
    assert.deepEqual([some.excerpts.length, some.isComplete], [100, false]);
  });

  test('the length of a search text is limited before the search', async () => {
    const anna = await (await start('ok')).enterAsMember();
    for (const text of ['', ' \n ', 'x'.repeat(201), 'x'.repeat(100_000), 'a\0', 5, undefined, null]) {
      const { status, message } = await refusalOf(await search(anna, text));
      assert.equal(status, 400);
      assert.match(message, /^text/);
    }
    assert.deepEqual(await found(anna, '😀'.repeat(200)), { excerpts: [], isComplete: true });
  });

  test('a new search ends the one before and frees its stream', async () => {
    const app = await start('endless', { limits: { streamsPerPerson: 1 } });
    const anna = await app.enterAsMember();
    await keep(anna, Array(8000).fill('hay '.repeat(500)));
    const first = search(anna, 'needle');
    // The headers arrive when it has started.
    const begun = await first;
    const second = await search(anna, 'hay');
    assert.deepEqual(await linesOf(begun), [{ isComplete: false }]);
    assert.equal((await linesOf(second)).length, 101);
    const reply = await anna.send(randomUUID(), 'Hello');
    await readFirstWords(reply);
    assert.equal((await anna.send(randomUUID(), 'Hello')).status, 429);
  });

  test('a search counts as a stream of the user', async () => {
    const app = await start('endless', { limits: { streamsPerPerson: 1 } });
    const anna = await app.enterAsMember();
    const leaving = new AbortController();
    const reply = await anna.send(randomUUID(), 'Hello', { signal: leaving.signal });
    assert.deepEqual(await statusAndCode(await search(anna, 'needle')), [429, 'TOO_MANY_STREAMS']);
    leaving.abort();
    await reply.text().catch(() => {});
    await until(async () => (await search(anna, 'needle')).status === 200);
  });

  test('closing the connection ends the search at once and frees its stream', async () => {
    const anna = await (await start('ok')).enterAsMember();
    await keep(anna, Array(2000).fill('hay'));
    let isFree = false;
    const leave = () => {
      isFree = true;
    };
    const running = openSearches().begin(anna.person.id, () => leave);
    assert.ok(running);
    const { signal, end } = running;
    const person = { userId: anna.person.id, keys: testKeys, text: 'hay' };
    const report = (error: unknown) => assert.fail(String(error));
    const { body } = streamMatches(searchChats(db(), { ...person, slices: timeSlices(), signal }), {
      end,
      report,
    });
    const reader = body?.getReader();
    await reader?.read();
    assert.deepEqual([isFree, signal.aborted], [false, false]);
    await reader?.cancel();
    assert.deepEqual([isFree, signal.aborted], [true, true]);
  });

  test("after closing a search's connection there is room for another stream", async () => {
    const app = await start('ok', { limits: { streamsPerPerson: 1 } });
    const anna = await app.enterAsMember();
    await keep(anna, Array(8000).fill('hay '.repeat(500)));
    const leaving = new AbortController();
    const { body } = await search(anna, 'needle', leaving.signal);
    leaving.abort();
    await body?.cancel().catch(() => {});
    await until(async () => (await anna.send(randomUUID(), 'Hello')).status === 200);
  });

  test('ten thousand messages are searched in short slices, for several users at once', async () => {
    const app = await start('ok');
    const people = [await app.enterAsMember(), await app.enterAsMember(), await app.enterAsMember()];
    const text = 'The grey heron stands still in the shallow water and waits. '.repeat(17);
    for (const person of people) for (let i = 0; i < 10; i++) await keep(person, Array(1000).fill(text), i);
    const longest = watchLoop();
    const answers = await Promise.all(people.map((person) => found(person, 'needle')));
    assert.deepEqual(answers, Array(3).fill({ excerpts: [], isComplete: true }));
    const { stall, whole } = longest();
    assert.ok(stall < whole / 8, `the event loop was blocked for ${stall} of ${whole} ms`);
  });
});

test('case, character forms and the dots of an i make no difference', () => {
  const alike = [
    ['HERON', 'heron'],
    ['Ｈｅｒｏｎ', 'heron'],
    ['re\u0301sume\u0301', 'RÉSUMÉ'],
    ['ﬁsh', 'FISH'],
    ['İSTANBUL', 'istanbul'],
    ['IŞIK', 'ışık'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφο'],
    ['ΟΔΟΣΗΜΑ', 'οδοσ'],
    ['Οδοσήμανση', 'ΟΔΟΣ'],
    ['Hauptstraße', 'STRASSE'],
  ];
  for (const [text = '', words = ''] of alike) assert.notEqual(excerptAround(text, fold(words)), null, text);
  assert.equal(excerptAround('heron', fold('hèron')), null);
});

test('a text with many marks is searched in about the same time as any other', () => {
  for (const marks of ['\u0344'.repeat(4000) + '\u0316'.repeat(4000), 'ﾞ\u0316'.repeat(4000)]) {
    const begun = process.threadCpuUsage().user;
    assert.match(excerptAround(`Heron${marks} otter`, fold('otter')) ?? '', /otter$/);
    assert.match(excerptAround(`Heron${marks} otter`, fold('heron')) ?? '', /^Heron/);
    assert.equal(excerptAround(`Heron${marks} otter`, fold('eagle')), null);
    const tookMs = (process.threadCpuUsage().user - begun) / 1000;
    assert.ok(tookMs < 60, `${tookMs} ms`);
  }
});

test('an excerpt is short, shows the original words, and cuts no character', () => {
  const birds = '🐦'.repeat(200);
  for (const before of [
    '',
    'x',
    birds,
    `x${birds}`,
    'ﬁ'.repeat(300),
    'e\u0301'.repeat(300),
    'İ'.repeat(300),
  ]) {
    for (const after of ['', birds, `x${birds}`]) {
      const excerpt = excerptAround(`${before} HeRon ${after}`, fold('heron')) ?? '';
      assert.ok(excerpt.length <= 160, `${excerpt.length}`);
      assert.ok(excerpt.includes('HeRon') && excerpt.isWellFormed(), excerpt);
      assert.equal(excerpt.startsWith('…'), before.length > 60);
      assert.equal(excerpt.endsWith('…'), after !== '');
    }
  }
  assert.equal(excerptAround('a\n\n  heron\tflies', 'heron'), 'a heron flies');
});

/**
 * Measures how long the event loop is blocked, in CPU time of this thread, so that other load does not count. Returns a
 * function that stops it and returns milliseconds.
 */
function watchLoop(): () => { stall: number; whole: number } {
  const cpuMs = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  let longest = 0;
  const first = cpuMs();
  let last = first;
  let isWatching = true;
  const look = () => {
    const now = cpuMs();
    longest = Math.max(longest, now - last);
    last = now;
    if (isWatching) setImmediate(look);
  };
  look();
  return () => {
    isWatching = false;
    return { stall: longest, whole: last - first };
  };
}
