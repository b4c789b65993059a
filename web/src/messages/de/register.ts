import type { Messages } from '../texts.ts';

export const register: Messages['register'] = {
  yourAccount: 'Ihr Konto',
  haveAccount: (link) => ['Haben Sie schon ein Konto? ', link('Anmelden')],
  codeFirst: 'Geben Sie Ihren Code ein, um fortzufahren.',
  fromLink: 'Aus Ihrem Link übernommen.',
  anotherCode: 'Anderen Code eingeben',
  logInWithCode: 'Damit anmelden',
  logInInstead: 'Stattdessen anmelden',
  impossible:
    'Eine Registrierung ist im Moment nicht möglich. Fragen Sie die Menschen, die diese Seite betreiben.',
  closed: {
    title: 'Die Registrierung ist geschlossen',
    text: 'Im Moment können keine neuen Konten erstellt werden.',
  },
};
