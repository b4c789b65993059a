import type { Messages } from '../texts.ts';

export const oauth: Messages['oauth'] = {
  otherWays: 'طرق أخرى لتسجيل الدخول',
  or: 'أو',
  continueWith: (provider) => `المتابعة عبر ${provider}`,
  theProvider: 'هذه الخدمة',
  registrationClosed: (provider) =>
    `لا يوجد هنا حساب لتسجيل دخولك عبر ${provider}، والتسجيل مغلق. لم يُحفظ شيء.`,
  oneMoreStep: {
    title: 'خطوة أخرى',
    text: (provider) =>
      `لا يوجد هنا بعد حساب لتسجيل دخولك عبر ${provider}. يُرجى إدخال رمز تسجيل لإنشائه. بعد ذلك يتم تسجيل الدخول عبر ${provider} مرة أخرى.`,
    continue: 'متابعة',
    haveAccount: (provider, link) => [
      'هل لديك حساب؟ ',
      link('العودة إلى تسجيل الدخول'),
      ` والدخول كالمعتاد. بعد ذلك يمكنك ربط الدخول عبر ${provider} في صفحة حسابك. لا يُحفظ شيء قبل إدخال رمز.`,
    ],
  },
};
