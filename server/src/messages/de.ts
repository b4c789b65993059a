import type { Messages, Paragraph, Typed } from './en.ts';

export const de: Messages = {
  confirmAddress: ({ site, link, code, page }) => ({
    subject: `Bestätigen Sie Ihre E-Mail-Adresse für ${site}`,
    paragraphs: [
      `Jemand hat bei ${site} mit dieser E-Mail-Adresse ein Konto erstellt. Wenn Sie das waren, bestätigen Sie sie bitte:`,
      { link, label: 'E-Mail-Adresse bestätigen' },
      ...instead({ code, page }),
      'Der Link gilt einen Tag. Wenn Sie es nicht waren, beachten Sie diese E-Mail nicht: Ohne ihn kann das Konto nicht benutzt werden.',
    ],
  }),
  confirmNewAddress: ({ site, link, code, page }) => ({
    subject: `Bestätigen Sie Ihre neue E-Mail-Adresse für ${site}`,
    paragraphs: [
      `Sie wollten die E-Mail-Adresse Ihres Kontos bei ${site} in diese ändern. Bitte bestätigen Sie sie:`,
      { link, label: 'E-Mail-Adresse bestätigen' },
      ...instead({ code, page }),
      'Der Link gilt einen Tag. Wenn Sie es nicht waren, beachten Sie diese E-Mail nicht: Es ändert sich nichts.',
    ],
  }),
  addressChanged: ({ site, link }) => ({
    subject: `Ihre E-Mail-Adresse bei ${site} wurde geändert`,
    paragraphs: [
      `Die E-Mail-Adresse Ihres Kontos bei ${site} wurde geändert. Diese Adresse wird dafür nicht mehr benutzt.`,
      'Wenn Sie es nicht waren, wenden Sie sich sofort an die Menschen, die diese Seite betreiben:',
      { link, label: link },
    ],
  }),
  newPassword: ({ site, link, code, page }) => ({
    subject: `Legen Sie ein neues Passwort für ${site} fest`,
    paragraphs: [
      `Hier können Sie ein neues Passwort für Ihr Konto bei ${site} festlegen:`,
      { link, label: 'Neues Passwort festlegen' },
      ...instead({ code, page }),
      'Der Link gilt eine Stunde. Wenn Sie nicht darum gebeten haben, beachten Sie diese E-Mail nicht: Ihr Passwort bleibt dasselbe.',
    ],
  }),
  alreadyRegistered: ({ site, link }) => ({
    subject: `Sie haben schon ein Konto bei ${site}`,
    paragraphs: [
      `Jemand, vielleicht Sie selbst, wollte bei ${site} mit dieser E-Mail-Adresse ein Konto erstellen. Sie haben schon eines: Melden Sie sich an. Wenn Sie Ihr Passwort vergessen haben, können Sie dort ein neues festlegen.`,
      { link, label: 'Anmelden' },
      'Wenn Sie es nicht waren, beachten Sie diese E-Mail nicht: Es wurde nichts geändert.',
    ],
  }),
};

function instead({ code, page }: Typed): Paragraph[] {
  return [
    `Wenn der Link nicht funktioniert, öffnen Sie ${page} dort, wo Sie begonnen haben, und geben Sie Ihre E-Mail-Adresse und diesen Code ein:`,
    code,
    'Der Code gilt 15 Minuten. Geben Sie ihn niemandem.',
  ];
}
