import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const peopleOf = (count: number) =>
  format.plural(count, { one: 'mtu mmoja', other: `watu wasiozidi ${format.number(count)}` });

export const make: ConsoleTexts['make'] = {
  title: 'Tengeneza misimbo',
  text: 'Msimbo mmoja kwa kila kadi, tayari kuchapishwa na kugawiwa.',
  kind: 'Msimbo hufungua nini',
  login: { title: 'Mazungumzo ya mgeni', text: 'Bila akaunti. Hufutwa mtu akitoka.' },
  registration: { title: 'Akaunti', text: 'Mazungumzo hubaki. Moja kwa kila mtu.' },
  count: 'Idadi ya misimbo',
  allowed: 'Watu kwa kila msimbo',
  validFrom: 'Halali kuanzia',
  validUntil: 'Halali hadi',
  label: 'Lebo',
  labelHint: 'Kwa ajili yako tu: ili uipate misimbo hii tena.',
  note: 'Maneno yako kwenye kadi',
  letters: (count, max) => `Herufi ${format.number(count)} kati ya ${format.number(max)}`,
  more: 'Masharti zaidi',
  assistant: 'Msaidizi',
  defaultAssistant: 'Msaidizi wa kawaida',
  language: 'Lugha',
  anyLanguage: 'Lugha ya kivinjari cha kila mtu',
  messagesPerPerson: 'Ujumbe kwa kila mtu',
  messagesPerDay: 'Ujumbe kwa siku kwa kila mtu',
  minutes: 'Dakika kwa kila mgeni',
  minutesHint: 'Zikiisha, mazungumzo huisha na hufutwa.',
  atOnce: 'Wageni kwa wakati mmoja',
  atOnceHint: 'Anayefuata husubiri hadi mtu atoke.',
  budget: 'Tokeni kwa wote kwa pamoja',
  noLimit: 'Ukiacha wazi: bila kikomo.',
  ownCode: 'Maandishi ya msimbo',
  ownCodeHint: 'Ukiacha wazi: Foyer hutengeneza msimbo ambao hakuna anayeweza kuubahatisha.',
  short: 'Misimbo mifupi, ya kuandika kutoka kwenye skrini',
  shortHint:
    'Herufi na tarakimu sita, kama K7M-4PQ. Hudumu kwa saa zisizozidi 24, na huruhusu watu wasiozidi 500.',
  hours: 'Halali kwa saa ngapi',
  sum: (codes, people, bold) => [
    format.plural(codes, {
      one: 'Msimbo mmoja unaruhusu ',
      other: `Misimbo ${format.number(codes)} inaruhusu `,
    }),
    bold(peopleOf(people)),
    '.',
  ],
  button: (count) =>
    format.plural(count, {
      one: 'Tengeneza msimbo mmoja',
      other: `Tengeneza misimbo ${format.number(count)}`,
    }),
  preview: {
    label: 'Mfano wa kadi',
    qr: 'Msimbo wa QR wa kiungo',
    text: (sheets) =>
      format.plural(sheets, {
        one: 'Milimita 85 × 54, kumi kwa karatasi ya A4: karatasi moja. Msimbo unaoonyeshwa ni mfano.',
        other: `Milimita 85 × 54, kumi kwa karatasi ya A4: karatasi ${format.number(sheets)}. Msimbo unaoonyeshwa ni mfano.`,
      }),
    private:
      'Anwani hii inafanya kazi kwenye kompyuta hii tu. Weka PUBLIC_URL kabla ya kuchapisha, la sivyo hakuna atakayeweza kufungua kadi.',
  },
  problems: {
    count: (max) => `Andika nambari kuanzia 1 hadi ${format.number(max)}.`,
    number: 'Andika nambari kamili, angalau 1.',
    day: 'Andika siku.',
    order: 'Siku hii iko kabla ya ile ya kwanza.',
    ended: 'Siku hii imepita.',
    hours: 'Andika nambari kuanzia 1 hadi 24.',
    note: (max) => `Herufi zisizozidi ${format.number(max)} zinatosha kwenye kadi.`,
    one: 'Msimbo mmoja tu unaweza kuwa na maandishi haya. Tengeneza msimbo mmoja, au acha sehemu hii wazi.',
  },
  done: {
    title: (count) =>
      format.plural(count, {
        one: 'Msimbo mmoja uko tayari',
        other: `Misimbo ${format.number(count)} iko tayari`,
      }),
    print: 'Chapisha kadi',
    copy: (count) => format.plural(count, { one: 'Nakili kiungo', other: 'Nakili viungo vyote' }),
    copied: 'Imenakiliwa',
    csv: 'Pakua CSV',
    room: 'Onyesha ukumbini',
    again: 'Tengeneza mingine',
    batch: 'Tazama wanaoingia',
    more: (count) => `na mingine ${format.number(count)}`,
    printed: 'PDF iko kwenye vipakuliwa vyako. Ichapishe kwa 100 %, kisha kata kufuata alama.',
  },
};
