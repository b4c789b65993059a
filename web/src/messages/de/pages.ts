import type { Messages } from '../texts.ts';

export const pages: Messages['pages'] = {
  floor: { imprint: 'Impressum', privacy: 'Datenschutz', support: 'Hilfe' },
  broken: {
    title: 'Diese Seite konnte nicht angezeigt werden',
    text: 'Vielleicht wurde Foyer aktualisiert, oder die Verbindung brach ab.',
    reload: 'Neu laden',
  },
  loadFailed: {
    title: 'Diese Seite konnte nicht geladen werden',
    text: 'Die Verbindung brach ab, oder Foyer wurde aktualisiert.',
    reload: 'Neu laden',
  },
  unreachable: { title: 'Foyer ist nicht erreichbar' },
  invalidLink: { title: 'Dieser Link funktioniert nicht' },
  logInToAccount: 'Melden Sie sich bei Ihrem Konto an',
};
