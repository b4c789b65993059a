import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Card, printCards } from '@foyer/cards';
import { generate } from '@foyer/invitation-codes/code';
import { median } from '../measure/interleave.ts';
import { ms, rounded } from '../measure/result.ts';
import { timeOf } from '../measure/time-of.ts';

const count = 1000;
const maxMs = 10_000;
const publicUrl = 'https://chat.example.org';
const house = { name: 'Harbour Advice', logoFile: null, publicUrl, language: 'en', timeZone: 'UTC' } as const;

/** A third each in Latin, Cyrillic and Arabic script. */
export async function cards() {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-cards-'));
  const languages = ['en', 'uk', 'ar'];
  const made = Array.from({ length: count }, (_, index) => cardIn(languages[index % 3] ?? 'en'));
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const file = join(folder, `${round}.pdf`);
    times.push(await timeOf(() => printCards({ file, cards: made, house, form: 'sheets' })));
  }
  await rm(folder, { recursive: true });
  const figure = median(times);
  return [
    {
      work: `${count} cards in three scripts as a PDF, in a thread of its own`,
      beside: 'the longest that an operator should wait',
      figure: ms(figure),
      limit: ms(maxMs),
      ratio: rounded(figure / maxMs),
      goal: '≤ 1.0 ×',
      met: figure <= maxMs,
    },
  ];
}

function cardIn(language: string): Card {
  const code = generate(randomBytes);
  return {
    code,
    kind: 'login',
    link: `${publicUrl}/#invite-code=${code}`,
    allowed: 1,
    validUntil: Date.UTC(2027, 5, 30),
    language,
    note: 'Rent, repairs, a notice? It is free and needs no account.',
    assistant: 'Wren',
  };
}
