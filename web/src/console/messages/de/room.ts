import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const room: ConsoleTexts['room'] = {
  title: 'Kommen Sie herein',
  step: 'Scannen, oder öffnen',
  stepRegister: 'Für ein Konto scannen, oder öffnen',
  enter: 'und den Code eingeben',
  in: (peopleIn, places, bold) => [bold(format.number(peopleIn)), ` von ${format.number(places)} da`],
  left(ms, bold) {
    const minutes = Math.ceil(ms / 60_000);
    const hours = Math.floor(minutes / 60);
    if (minutes < 120) return ['noch ', bold(format.duration(minutes * 60_000))];
    if (hours < 48) return ['noch ', bold(format.duration(hours * 3_600_000))];
    return ['noch ', bold(format.duration(Math.floor(hours / 24) * 86_400_000))];
  },
  announcement: (peopleIn, places, left) =>
    `${format.plural(peopleIn, { one: 'Eine Person ist', other: `${format.number(peopleIn)} Personen sind` })} da, von ${format.number(places)}. ${format.plural(left, { one: 'Ein Platz ist', other: `${format.number(left)} Plätze sind` })} noch frei.`,
  ended: 'Dieser Code ist abgelaufen.',
  revoked: 'Dieser Code ist geschlossen.',
  full: 'Alle Plätze sind belegt.',
  notYet: (when) => `Beginn: ${when}.`,
  lost: 'Keine Verbindung. Die Zahlen sind vielleicht veraltet.',
};
