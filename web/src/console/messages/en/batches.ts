import { format } from '../../../messages/current-format.ts';

/** What was made together. */
export const batches = {
  title: 'Batches',
  text: 'What was made or imported together.',
  empty: 'There are no batches yet.',
  columns: { batch: 'Batch', codes: 'Codes', made: 'Made', by: 'By' },
  unnamed: (when: string) => `Made on ${when}`,
  codes: (count: number) => format.plural(count, { one: 'One code', other: `${format.number(count)} codes` }),
  back: 'All batches',
  sums: (codes: number, used: number, allowed: number) => {
    const all = format.plural(codes, { one: 'One code', other: `${format.number(codes)} codes` });
    return `${all}, used ${format.number(used)} of ${format.number(allowed)} times.`;
  },
  facts: {
    made: 'Made',
    note: 'Words on the cards',
    entries: 'Came in',
    converted: 'Became members',
    peopleIn: 'In now',
    messages: 'Messages',
    tokens: 'Tokens',
  },
  all: 'All codes of this batch',
  show: 'Show its codes',
  use: 'Show its use',
};
