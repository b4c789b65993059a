import type { Messages } from '../texts.ts';

export const register: Messages['register'] = {
  yourAccount: 'Akaunti yako',
  haveAccount: (link) => ['Tayari una akaunti? ', link('Ingia')],
  codeFirst: 'Andika msimbo wako ili kuendelea.',
  fromLink: 'Umetoka kwenye kiungo chako.',
  anotherCode: 'Andika msimbo mwingine',
  logInWithCode: 'Ingia kwa msimbo huu',
  logInInstead: 'Ingia kwa akaunti',
  impossible: 'Usajili hauwezekani kwa sasa. Waulize wasimamizi wa tovuti hii.',
  closed: {
    title: 'Usajili umefungwa',
    text: 'Akaunti mpya haziwezi kufunguliwa kwa sasa.',
  },
};
