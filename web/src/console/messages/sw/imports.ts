import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const rowsOf = (count: number) =>
  format.plural(count, { one: 'mstari mmoja', other: `mistari ${format.number(count)}` });

export const imports: ConsoleTexts['imports'] = {
  title: 'Leta misimbo kutoka faili',
  text: 'Faili lenye misimbo, la CSV, JSON au JSON Lines. Utaona litabadilisha nini kabla ya chochote kuandikwa.',
  drop: 'Dondosha faili hapa, au',
  choose: 'Chagua faili',
  dropLabel: 'Faili lenye misimbo',
  resetUsage: 'Chukua nafasi zilizobaki kutoka kwenye faili',
  resetUsageHint: 'Bila hii, nafasi zilizotumika zitabaki zimetumika.',
  uploading: 'Faili linatumwa…',
  earlier: 'Mafaili yaliyoletwa',
  states: {
    uploading: 'Linatumwa',
    reading: 'Linasomwa',
    planned: 'Liko tayari kuletwa',
    writing: 'Linaandikwa',
    written: 'Limeletwa',
    failed: 'Limeshindikana',
  },
  progress: {
    reading: (rows) => `Inasoma: ${rowsOf(rows)} hadi sasa.`,
    comparing: (rows) => `Inalinganisha na misimbo iliyopo: ${rowsOf(rows)} hadi sasa.`,
    writing: (rows) => `Inaandika: ${rowsOf(rows)} hadi sasa.`,
    closeTab: 'Unaweza kufunga ukurasa huu. Kazi itaendelea.',
    label: 'Maendeleo',
  },
  totals: {
    new: 'Mipya',
    changed: 'Iliyobadilika',
    unchanged: 'Isiyobadilika',
    refused: 'Iliyokataliwa',
    rows: 'Mistari',
  },
  plan: 'Faili litabadilisha nini',
  planDone: 'Faili limebadilisha nini',
  outcomes: { all: 'Mistari yote', new: 'Mipya', changed: 'Iliyobadilika', refused: 'Iliyokataliwa' },
  outcome: 'Matokeo',
  find: 'Tafuta kwenye mistari',
  columns: { row: 'Mstari', outcome: 'Matokeo', code: 'Msimbo', what: 'Nini' },
  change: (field, from, to) => `${field}: ${from} → ${to}`,
  nothing: 'hakuna',
  refused: (count) =>
    format.plural(count, {
      one: 'Mstari mmoja umekataliwa. Urekebishe kwenye faili kisha chagua faili tena, au leta mingine.',
      other: `Mistari ${format.number(count)} imekataliwa. Irekebishe kwenye faili kisha chagua faili tena, au leta mingine.`,
    }),
  nothingToWrite: 'Faili halibadilishi chochote.',
  button: (count) => `Leta ${rowsOf(count)}`,
  buttonSkipping: (count) =>
    format.plural(count, {
      one: 'Leta mstari mwingine mmoja',
      other: `Leta mistari mingine ${format.number(count)}`,
    }),
  written: (count) =>
    format.plural(count, {
      one: 'Mstari mmoja umeletwa.',
      other: `Mistari ${format.number(count)} imeletwa.`,
    }),
  stop: 'Simamisha uletaji',
  stopText: 'Mistari iliyoandikwa itabaki. Faili hilohilo litaikamilisha baadaye.',
  another: 'Leta faili lingine',
  toCodes: 'Fungua misimbo',
  failed: (why) => `Uletaji umeshindikana: ${why}`,
};
