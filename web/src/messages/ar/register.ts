import type { Messages } from '../texts.ts';

export const register: Messages['register'] = {
  yourAccount: 'حسابك',
  haveAccount: (link) => ['هل لديك حساب؟ ', link('تسجيل الدخول')],
  codeFirst: 'يُرجى إدخال الرمز للمتابعة.',
  fromLink: 'مأخوذ من الرابط.',
  anotherCode: 'إدخال رمز آخر',
  logInWithCode: 'الدخول بهذا الرمز',
  logInInstead: 'تسجيل الدخول بدلًا من ذلك',
  impossible: 'التسجيل غير ممكن حاليًا. يُرجى سؤال القائمين على هذا الموقع.',
  closed: {
    title: 'التسجيل مغلق',
    text: 'لا يمكن إنشاء حسابات جديدة حاليًا.',
  },
};
