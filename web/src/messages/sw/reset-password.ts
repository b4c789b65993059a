import type { Messages } from '../texts.ts';

export const resetPassword: Messages['resetPassword'] = {
  request: {
    title: 'Umesahau nenosiri?',
    text: 'Tutakutumia kiungo kwa barua pepe ili uweke jipya.',
    sent: 'Kama anwani hiyo ina akaunti, tumetuma kiungo.',
    enterCode: 'Kiungo hakifanyi kazi? Andika msimbo ulio kwenye barua pepe',
    button: 'Tuma kiungo',
    remembered: (link) => ['Umelikumbuka? ', link('Ingia')],
  },
  set: {
    title: 'Weka nenosiri jipya',
    text: 'Utabaki umeingia hapa, na utatolewa mahali pengine pote.',
    textForGuest: 'Vipindi vyote vya akaunti yako vitafungwa. Hapa utabaki mgeni.',
    byCode: 'Andika barua pepe yako, msimbo ulio kwenye barua pepe tuliyokutumia, na nenosiri jipya.',
    newLetter: 'Hakuna barua pepe, au ni ya zamani? Omba mpya',
    newLinkWithoutMail: 'Omba kipya kwa wasimamizi wa tovuti hii.',
    knowPassword: (link) => ['Unalijua nenosiri lako? ', link('Ingia')],
  },
  setForGuest: {
    title: 'Nenosiri lako jipya limehifadhiwa',
    text: 'Bado wewe ni mgeni hapa. Ingia kwenye akaunti yako, na uchague mazungumzo yako yafanyiwe nini.',
    textWithoutUpgrade: 'Bado wewe ni mgeni hapa. Toka kwanza, kisha ingia kwenye akaunti yako.',
  },
};
