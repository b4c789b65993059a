import type { Messages } from '../texts.ts';

export const oauth: Messages['oauth'] = {
  otherWays: 'Njia nyingine za kuingia',
  or: 'au',
  continueWith: (provider) => `Endelea kwa ${provider}`,
  theProvider: 'huduma hiyo',
  registrationClosed: (provider) =>
    `Hapa hakuna akaunti ya kuingia kwako kupitia ${provider}, na usajili umefungwa. Hakuna kilichohifadhiwa.`,
  oneMoreStep: {
    title: 'Hatua moja zaidi',
    text: (provider) =>
      `Hapa bado hakuna akaunti ya kuingia kwako kupitia ${provider}. Andika msimbo wa usajili ili kuifungua. Kisha utaingia kupitia ${provider} mara moja zaidi.`,
    continue: 'Endelea',
    haveAccount: (provider, link) => [
      'Tayari una akaunti? ',
      link('Rudi kwenye kuingia'),
      ` na uingie kama kawaida. Kisha unganisha kuingia kupitia ${provider} kwenye ukurasa wa akaunti yako. Hakuna kinachohifadhiwa hadi uandike msimbo.`,
    ],
  },
};
