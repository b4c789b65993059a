import type { Messages } from '../texts.ts';

export const pages: Messages['pages'] = {
  floor: { imprint: 'Kutuhusu', privacy: 'Faragha', support: 'Msaada' },
  broken: {
    title: 'Ukurasa huu haukuweza kuonyeshwa',
    text: 'Huenda Foyer imesasishwa, au mtandao umekatika.',
    reload: 'Pakia upya',
  },
  loadFailed: {
    title: 'Ukurasa huu haukuweza kupakiwa',
    text: 'Mtandao umekatika, au Foyer imesasishwa.',
    reload: 'Pakia upya',
  },
  unreachable: { title: 'Foyer haipatikani' },
  invalidLink: { title: 'Kiungo hiki hakifanyi kazi' },
  logInToAccount: 'Ingia kwenye akaunti yako',
};
