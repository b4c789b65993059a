import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, { one: 'msimbo mmoja', other: `misimbo ${format.number(count)}` });

export const codes: ConsoleTexts['codes'] = {
  title: 'Misimbo',
  sums: (codes, open, remaining) => {
    const all = format.plural(codes, { one: 'Msimbo mmoja.', other: `Misimbo ${format.number(codes)}.` });
    return `${all} Iliyo wazi: ${format.number(open)}. Nafasi zilizobaki: ${format.number(remaining)}.`;
  },
  make: 'Tengeneza misimbo',
  import: 'Leta faili',
  empty: {
    title: 'Bado hakuna misimbo',
    text: 'Tengeneza misimbo ya kwanza, ichapishe kama kadi, kisha uigawe.',
  },
  find: 'Tafuta msimbo, kundi au lebo',
  findHint: 'Msimbo mzima au lebo nzima.',
  filters: {
    state: 'Hali',
    everyState: 'Hali zote',
    kind: 'Aina',
    everyKind: 'Aina zote mbili',
    batch: 'Kundi',
    everyBatch: 'Makundi yote',
    everyLabel: 'Lebo zote',
    label: 'Lebo',
    assistant: 'Msaidizi',
    everyAssistant: 'Wasaidizi wote',
    createdFrom: 'Ilitengenezwa kuanzia',
    createdUntil: 'Ilitengenezwa hadi',
    endsFrom: 'Inaisha kuanzia',
    endsUntil: 'Inaisha hadi',
    sort: 'Panga',
    newest: 'Mipya kwanza',
    oldest: 'Ya zamani kwanza',
    endsFirst: 'Inayoisha mapema kwanza',
    endsLast: 'Inayoisha mwishoni kwanza',
  },
  columns: {
    code: 'Msimbo',
    state: 'Hali',
    opens: 'Hufungua nini, na lebo',
    used: 'Umetumika',
    until: 'Halali hadi',
    lastUsed: 'Ulitumika mwisho',
  },
  used: (used, allowed) => `${format.number(used)} kati ya ${format.number(allowed)}`,
  from: (day) => `kuanzia ${day}`,
  notTold: 'Hairekodiwi',
  hiddenCode: 'Msimbo uliofichwa',
  hidden: 'Misimbo imefichwa, kwa sababu uliingia muda mrefu uliopita.',
  showCodes: 'Onyesha misimbo',
  choose: (code) => `Chagua ${code}`,
  chooseAll: 'Chagua yote kwenye ukurasa huu',
  chosen: (count) =>
    format.plural(count, {
      one: 'Msimbo mmoja umechaguliwa',
      other: `Misimbo ${format.number(count)} imechaguliwa`,
    }),
  chooseMatching: (count) => `Chagua misimbo yote ${format.number(count)}`,
  chosenRegion: 'Misimbo iliyochaguliwa',
  unchoose: 'Ondoa uchaguzi',
  acts: {
    print: 'Chapisha kadi',
    export: 'Nakili kwenye faili',
    revoke: 'Batilisha',
    restore: 'Rejesha',
    extend: 'Ongeza muda',
    relabel: 'Badilisha lebo',
  },
  counting: 'Inahesabu…',
  revoke: {
    title: (count) => `Ungependa kubatilisha ${codesOf(count)}?`,
    text: 'Hakuna atakayeweza kuingia kwa misimbo hiyo tena. Watu walio ndani watabaki.',
    button: (count) => `Batilisha ${codesOf(count)}`,
    done: (count) =>
      format.plural(count, {
        one: 'Msimbo mmoja umebatilishwa.',
        other: `Misimbo ${format.number(count)} imebatilishwa.`,
      }),
    undone: (count) =>
      format.plural(count, {
        one: 'Msimbo mmoja umerejeshwa.',
        other: `Misimbo ${format.number(count)} imerejeshwa.`,
      }),
  },
  restore: {
    title: (count) => `Ungependa kurejesha ${codesOf(count)}?`,
    text: 'Watu wataweza kuingia tena, kama nafasi zimebaki na muda haujaisha.',
    button: (count) => `Rejesha ${codesOf(count)}`,
  },
  extend: {
    title: (count) => `Ungependa kuongeza muda wa ${codesOf(count)}?`,
    field: 'Halali hadi',
    hint: 'Hadi mwisho wa siku hii.',
    button: (count) => `Ongeza muda wa ${codesOf(count)}`,
    done: (count, until) =>
      format.plural(count, {
        one: `Msimbo mmoja ni halali hadi ${until}.`,
        other: `Misimbo ${format.number(count)} ni halali hadi ${until}.`,
      }),
  },
  relabel: {
    title: (count) => `Lebo ya ${codesOf(count)}`,
    field: 'Lebo',
    hint: 'Ukiacha wazi: bila lebo.',
    button: (count) => `Badilisha ${codesOf(count)}`,
    done: (count) =>
      format.plural(count, {
        one: 'Msimbo mmoja umebadilishwa.',
        other: `Misimbo ${format.number(count)} imebadilishwa.`,
      }),
  },
  print: {
    title: (count) =>
      format.plural(count, { one: 'Chapisha kadi moja', other: `Chapisha kadi ${format.number(count)}` }),
    paper: 'Karatasi',
    sheets: 'Karatasi za kukata',
    sheetsHint: (sheets) =>
      format.plural(sheets, {
        one: 'Kadi kumi kwa kila ukurasa wa A4: ukurasa mmoja.',
        other: `Kadi kumi kwa kila ukurasa wa A4: kurasa ${format.number(sheets)}.`,
      }),
    single: 'Kadi moja kubwa kwa kila ukurasa',
    singleHint: 'Ya kubandika ukutani.',
    button: 'Pakua PDF',
    done: 'PDF iko kwenye vipakuliwa vyako. Ichapishe kwa 100 %.',
    tooMany: (max) =>
      `Kadi zisizozidi ${format.number(max)} zinaweza kuchapishwa kwa mara moja. Chagua misimbo michache zaidi.`,
  },
  export: {
    title: (count) => `Nakili ${codesOf(count)} kwenye faili`,
    format: 'Faili',
    text: 'Faili lina misimbo inayosomeka na yeyote. Litunze mahali salama.',
    csv: 'CSV, kwa majedwali',
    jsonl: 'JSON Lines, kwa programu',
    button: 'Pakua',
    done: 'Faili liko kwenye vipakuliwa vyako.',
  },
  nothingToDo: 'Hakuna msimbo uliochaguliwa ambao ungebadilika.',
};
