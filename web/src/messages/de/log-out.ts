import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const logOut: Messages['logOut'] = {
  button: 'Abmelden',
  done: 'Sie sind abgemeldet.',
  failed: (why) => `Sie sind noch angemeldet. ${why}`,
  failedForGuest: (why) => `Es konnte nichts gelöscht werden, und Sie sind noch angemeldet. ${why}`,
  title: 'Abmelden?',
  titleForGuest: 'Abmelden und Ihre Chats löschen?',
  titleForNewMember: 'Sie haben jetzt ein Konto',
  textForUnknown:
    'Wenn Sie als Gast hier sind, werden alle Ihre Chats endgültig gelöscht. Die Chats eines Kontos bleiben.',
  textForGuest:
    'Sie sind als Gast hier. Alles hier wird sofort vom Server gelöscht, und niemand kann es zurückholen.',
  textForUpgradableGuest:
    'Sie sind als Gast hier. Alles hier wird sofort vom Server gelöscht, und niemand kann es zurückholen. Mit einem Konto bleibt es.',
  textForNewMember: (email) =>
    `Es wurde nichts gelöscht. Ihre Chats gehören jetzt zum Konto ${email} und bleiben dort. Trotzdem abmelden?`,
  chats: 'Chats',
  elsewhere: 'Andere Tabs und Geräte',
  elsewhereToo: 'auch abgemeldet',
  stay: 'Bleiben',
  logOutAndDelete: 'Abmelden und löschen',
  logOutOfAccount: 'Vom Konto abmelden',
  leaveQuickly: 'Schnell verlassen',
  cover: 'Lädt',
  leaveQuicklyHint:
    'Löscht alle Ihre Chats und zeigt eine andere Website. Sie können auch dreimal die Umschalttaste drücken.',
  shiftHint: (left) =>
    left === 1
      ? 'Umschalttaste: noch einmal zum Verlassen'
      : `Umschalttaste: noch ${format.number(left)}-mal zum Verlassen`,
};
