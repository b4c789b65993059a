import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const email: Messages['email'] = {
  check: {
    title: 'Angalia barua pepe yako',
    text: (address) => [
      'Tumetuma kiungo kwa ',
      address,
      '. Kifungue ili kuthibitisha anwani yako, au andika hapa msimbo ulio kwenye barua pepe. Kisha utaweza kuzungumza.',
    ],
  },
  confirm: {
    title: 'Thibitisha barua pepe yako',
    text: (address) => [
      'Tumetuma kiungo kwa ',
      address,
      '. Kifungue, au andika hapa msimbo ulio kwenye barua pepe. Ukurasa huu utaendelea wenyewe.',
    ],
    notYours: (link) => ['Si anwani yako? ', link('Tumia anwani nyingine')],
  },
  byCode: {
    label: 'Msimbo wa barua pepe',
    button: 'Thibitisha',
    text: 'Andika barua pepe yako na msimbo ulio kwenye barua pepe tuliyokutumia. Msimbo unafanya kazi kwa dakika 15.',
    forNewAddress: (address) =>
      `Umeingia kama ${address}. Kama uliomba anwani nyingine, iandike pamoja na msimbo ulio kwenye barua pepe tuliyotuma huko.`,
    newLetter:
      'Hakuna barua pepe, au ni ya zamani? Andika barua pepe yako hapo juu kisha bonyeza “Tuma tena”.',
  },
  nothingArrived: 'Hakuna kitu baada ya dakika chache? Angalia kwenye folda ya barua taka.',
  resend: 'Tuma tena',
  resendIn: (seconds) => `Unaweza kutuma tena baada ya ${format.countdown(seconds)}.`,
  sentAgain: 'Imetumwa tena.',
  verify: {
    confirming: 'Barua pepe yako inathibitishwa',
    confirmed: 'Barua pepe yako imethibitishwa',
    notConfirmed: 'Barua pepe yako bado haijathibitishwa',
    youCanChat: 'Sasa unaweza kuzungumza.',
    logInToChat: 'Ingia ili uzungumze.',
    logInFirst: 'Ingia ili kuthibitisha barua pepe yako',
    linkStaysValid: 'Hujaingia kwenye kivinjari hiki. Kiungo chako bado kinafanya kazi.',
    byProvider: (link) => [
      'Unaingia kwa huduma nyingine? ',
      link('Ingia kwanza'),
      ', kisha fungua tena kiungo kilicho kwenye barua pepe.',
    ],
  },
  otherAccount: {
    title: 'Kiungo hiki ni cha akaunti nyingine',
    textForGuest:
      'Wewe ni mgeni hapa. Fungua kiungo mahali ulipojisajili, au ingia kwanza kwenye akaunti yako.',
    text: (address) => `Umeingia kama ${address}. Fungua kiungo mahali ulipojisajili, au toka kwanza.`,
  },
};
