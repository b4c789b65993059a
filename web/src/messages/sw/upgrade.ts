import type { Messages } from '../texts.ts';

export const upgrade: Messages['upgrade'] = {
  text: 'Mazungumzo yako yote yatabaki, na utaweza kuyafungua kwenye kifaa chochote.',
  haveAccount: (link) => ['Tayari una akaunti? ', link('Ingia humo')],
  notNow: (link) => ['Si sasa? ', link('Baki kama mgeni')],
  notYours: (link) => ['Si akaunti yako? ', link('Tumia anwani nyingine')],
  existing: {
    title: 'Ingia kwenye akaunti yako',
    taken: (email) =>
      `Tayari kuna akaunti yenye anwani ${email}. Kama ni yako, ingia hapa. Mazungumzo yako ya mgeni hayajabadilika.`,
    takenByProvider: (provider) =>
      `Tayari kuna akaunti ya kuingia kwako kupitia ${provider}, au yenye barua pepe yake. Kama ni yako, ingia hapa. Mazungumzo yako ya mgeni hayajabadilika.`,
    untouched: (why) => `${why} Mazungumzo yako ya mgeni hayajabadilika.`,
  },
  choice: {
    question: 'Mazungumzo yako ya mgeni yafanyiwe nini?',
    move: 'Hamisha mazungumzo yangu',
    moveHint: 'Yataongezwa kwenye mazungumzo ya akaunti yako.',
    erase: 'Futa mazungumzo yangu',
    eraseHint: 'Yatafutwa kabisa utakapoingia.',
    chooseFirst: 'Chagua moja, kisha ingia.',
  },
};
