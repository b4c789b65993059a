import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const logOut: Messages['logOut'] = {
  button: 'تسجيل الخروج',
  done: 'تم تسجيل الخروج.',
  failed: (why) => `لم يتم تسجيل الخروج بعد. ${why}`,
  failedForGuest: (why) => `لم يُحذف شيء، ولم يتم تسجيل الخروج بعد. ${why}`,
  title: 'هل تريد تسجيل الخروج؟',
  titleForGuest: 'هل تريد إنهاء جلسة الضيف؟',
  titleForNewMember: 'لديك حساب الآن',
  textForUnknown: 'في جلسة الضيف تُحذف كل محادثاتك نهائيًا. أما محادثات الحساب فتبقى.',
  textForGuest: 'تُحذف محادثاتك نهائيًا.',
  textForUpgradableGuest: 'تُحذف محادثاتك نهائيًا. للاحتفاظ بها يمكنك إنشاء حساب.',
  textForNewMember: (email) =>
    `لم يُحذف شيء. محادثاتك تابعة الآن لحساب ${email} وتبقى فيه. هل تريد تسجيل الخروج مع ذلك؟`,
  stay: 'البقاء',
  logOutAndDelete: 'تسجيل الخروج والحذف',
  logOutOfAccount: 'تسجيل الخروج من الحساب',
  leaveQuickly: 'مغادرة سريعة',
  cover: 'جارٍ التحميل',
  leaveQuicklyHint: 'تحذف كل محادثاتك وتعرض موقعًا آخر. ويمكن أيضًا الضغط على مفتاح Shift ثلاث مرات.',
  shiftHint: (left) =>
    format.plural(left, {
      one: 'Shift: مرة واحدة أخرى للمغادرة',
      two: 'Shift: مرتان أخريان للمغادرة',
      few: `Shift: ${format.number(left)} مرات أخرى للمغادرة`,
      other: `Shift: ${format.number(left)} مرة أخرى للمغادرة`,
    }),
};
