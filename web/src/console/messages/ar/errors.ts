import type { ConsoleTexts } from '../texts.ts';

export const errors: ConsoleTexts['errors'] = {
  TOKEN_INVALID: 'لم يعد مفتاح الوصول هذا صالحًا.',
  NOT_AN_OPERATOR: 'لم يعد حسابك حساب مشرف.',
  SCOPE_MISSING: 'هذا الإجراء غير مسموح لك.',
  SIGN_IN_AGAIN: 'مضى وقت على تسجيل دخولك. يُرجى إدخال كلمة المرور للمتابعة.',
  LINK_USED: 'سبق استخدام هذا الرابط.',
  SETTING_LOCKED: 'هذا محدَّد في بيئة الخادم، فلا يمكن تغييره هنا.',
  CHANGED_MEANWHILE: 'غيّر شخص آخر هذا في هذه الأثناء. يُرجى إعادة التحميل، ثم إجراء التغيير مرة أخرى.',
  SECOND_FACTOR_ON: 'التحقق بخطوتين مُعَدّ بالفعل.',
  SECOND_FACTOR_OFF: 'التحقق بخطوتين غير مُعَدّ.',
  CODE_NOT_FOUND: 'لم يعد هذا الرمز موجودًا.',
  CODE_EXISTS: 'يوجد رمز بهذا النص.',
  CHANGE_REFUSED: 'أحد الرموز لا يقبل هذا التغيير، لذلك لم يتغيّر شيء.',
  BATCH_NOT_FOUND: 'هذه الدفعة غير موجودة.',
  IMPORT_NOT_FOUND: 'لم يعد هذا الاستيراد موجودًا.',
  IMPORT_RUNNING: 'يجري استيراد آخر الآن. يُرجى الانتظار حتى ينتهي.',
  PERSON_NOT_FOUND: 'لم يعد هذا الشخص هنا.',
  invalidInput: (detail) => `لم يُقبل هذا: \u2068${detail}.\u2069`,
};
