import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, { one: 'Msimbo mmoja', other: `Misimbo ${format.number(count)}` });

export const batches: ConsoleTexts['batches'] = {
  title: 'Makundi',
  text: 'Misimbo iliyotengenezwa au kuletwa pamoja.',
  empty: 'Bado hakuna makundi.',
  columns: { batch: 'Kundi', codes: 'Misimbo', made: 'Lilitengenezwa', by: 'Lilitengenezwa na' },
  unnamed: (when) => `Lilitengenezwa ${when}`,
  codes: codesOf,
  back: 'Makundi yote',
  sums: (codes, used, allowed) =>
    `${codesOf(codes)}. Nafasi ${format.number(used)} kati ya ${format.number(allowed)} zimetumika.`,
  facts: {
    made: 'Lilitengenezwa',
    note: 'Maneno kwenye kadi',
    entries: 'Walioingia',
    converted: 'Wamekuwa wanachama',
    peopleIn: 'Walio ndani sasa',
    messages: 'Ujumbe',
    tokens: 'Tokeni',
  },
  all: 'Misimbo yote ya kundi hili',
  show: 'Onyesha misimbo yake',
  use: 'Onyesha matumizi yake',
};
