import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const logOut: Messages['logOut'] = {
  button: 'Toka',
  done: 'Umetoka.',
  failed: (why) => `Bado hujatoka. ${why}`,
  failedForGuest: (why) => `Hakuna kilichofutwa, na bado hujatoka. ${why}`,
  title: 'Ungependa kutoka?',
  titleForGuest: 'Ungependa kutoka na kufuta mazungumzo yako?',
  titleForNewMember: 'Sasa una akaunti',
  textForUnknown: 'Kama wewe ni mgeni, mazungumzo yako yote yatafutwa kabisa. Mazungumzo ya akaunti hubaki.',
  textForGuest:
    'Wewe ni mgeni. Kila kitu kilicho hapa hufutwa kwenye seva mara moja, na hakuna anayeweza kukirudisha.',
  textForUpgradableGuest:
    'Wewe ni mgeni. Kila kitu kilicho hapa hufutwa kwenye seva mara moja, na hakuna anayeweza kukirudisha. Ukiwa na akaunti kitabaki.',
  textForNewMember: (email) =>
    `Hakuna kilichofutwa. Mazungumzo yako sasa ni ya akaunti ya ${email}, na yatabaki huko. Ungependa kutoka hata hivyo?`,
  chats: 'Mazungumzo',
  elsewhere: 'Vichupo na vifaa vingine',
  elsewhereToo: 'pia vitatoka',
  stay: 'Baki',
  logOutAndDelete: 'Toka na ufute',
  logOutOfAccount: 'Toka kwenye akaunti',
  leaveQuickly: 'Ondoka haraka',
  cover: 'Inapakia',
  leaveQuicklyHint:
    'Hufuta mazungumzo yako yote na kuonyesha tovuti nyingine. Unaweza pia kubonyeza Shift mara tatu.',
  shiftHint: (left) => `Shift: mara ${format.number(left)} zaidi ili kuondoka`,
};
