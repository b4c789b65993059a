import type { ConsoleTexts } from '../texts.ts';

export const setUp: ConsoleTexts['setUp'] = {
  title: 'Weka nenosiri lako',
  text: (email) => `Utakuwa msimamizi wa tovuti hii kama ${email}.`,
  textWithoutEmail:
    'Utakuwa msimamizi wa kwanza wa tovuti hii. Chagua barua pepe na nenosiri utakalotumia kuingia.',
  repeat: 'Nenosiri tena',
  differs: 'Manenosiri haya mawili hayafanani.',
  used: {
    title: 'Kiungo hiki kimeshatumika',
    text: 'Kinafanya kazi mara moja tu. Kama uliweka nenosiri lako kwa kiungo hiki, ingia.',
  },
  ended: {
    title: 'Muda wa kiungo hiki umeisha',
    text: 'Kilifanya kazi kwa saa 24. Muombe mtu aliyekupa akupe kipya.',
  },
  invalid: {
    title: 'Kiungo hiki hakifanyi kazi',
    text: 'Huenda sehemu yake imekatika. Fungua kiungo chote, au omba kipya.',
  },
  signedIn: 'Umeingia kwa akaunti nyingine. Toka kwanza, kisha fungua kiungo tena.',
};
