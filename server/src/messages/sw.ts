import type { Messages, Paragraph, Typed } from './en.ts';

export const sw: Messages = {
  confirmAddress: ({ site, link, code, page }) => ({
    subject: `Thibitisha barua pepe yako kwa ${site}`,
    paragraphs: [
      `Mtu amefungua akaunti kwenye ${site} kwa barua pepe hii. Kama ni wewe, tafadhali ithibitishe:`,
      { link, label: 'Thibitisha barua pepe' },
      ...instead({ code, page }),
      'Kiungo kinafanya kazi kwa siku moja. Kama si wewe, puuza barua pepe hii: akaunti haiwezi kutumika bila kiungo.',
    ],
  }),
  confirmNewAddress: ({ site, link, code, page }) => ({
    subject: `Thibitisha barua pepe yako mpya kwa ${site}`,
    paragraphs: [
      `Uliomba kubadilisha barua pepe ya akaunti yako kwenye ${site} iwe hii. Tafadhali ithibitishe:`,
      { link, label: 'Thibitisha barua pepe' },
      ...instead({ code, page }),
      'Kiungo kinafanya kazi kwa siku moja. Kama si wewe, puuza barua pepe hii: hakuna kitakachobadilika.',
    ],
  }),
  addressChanged: ({ site, link }) => ({
    subject: `Barua pepe yako kwenye ${site} imebadilishwa`,
    paragraphs: [
      `Barua pepe ya akaunti yako kwenye ${site} imebadilishwa. Anwani hii haitumiki tena kwa akaunti hiyo.`,
      'Kama si wewe, wasiliana mara moja na wasimamizi wa tovuti hii:',
      { link, label: link },
    ],
  }),
  newPassword: ({ site, link, code, page }) => ({
    subject: `Weka nenosiri jipya la ${site}`,
    paragraphs: [
      `Hapa unaweza kuweka nenosiri jipya la akaunti yako kwenye ${site}:`,
      { link, label: 'Weka nenosiri jipya' },
      ...instead({ code, page }),
      'Kiungo kinafanya kazi kwa saa moja. Kama hukuomba, puuza barua pepe hii: nenosiri lako linabaki lile lile.',
    ],
  }),
  alreadyRegistered: ({ site, link }) => ({
    subject: `Tayari una akaunti kwenye ${site}`,
    paragraphs: [
      `Mtu, labda wewe, alijaribu kufungua akaunti kwenye ${site} kwa barua pepe hii. Tayari una akaunti: ingia. Kama umesahau nenosiri lako, unaweza kuweka jipya huko.`,
      { link, label: 'Ingia' },
      'Kama si wewe, puuza barua pepe hii: hakuna kilichobadilishwa.',
    ],
  }),
};

function instead({ code, page }: Typed): Paragraph[] {
  return [
    `Kama kiungo hakifanyi kazi, fungua ${page} mahali ulipoanzia, kisha andika barua pepe yako na msimbo huu:`,
    code,
    'Msimbo unafanya kazi kwa dakika 15. Usimpe mtu yeyote.',
  ];
}
