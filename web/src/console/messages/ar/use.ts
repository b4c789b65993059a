import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const use: ConsoleTexts['use'] = {
  title: 'الاستخدام',
  text: 'ما نتج عن الرموز، أعدادًا دون أسماء. تُعرض الأعداد من 1 إلى 4 هكذا: «\u2066<5\u2069».',
  from: 'من',
  until: 'حتى',
  by: 'حسب',
  byDay: 'اليوم',
  byLabel: 'التسمية',
  byBatch: 'الدفعة',
  byAssistant: 'المساعد',
  onlyBatch: 'رموز دفعة واحدة فقط.',
  show: 'عرض',
  entries: 'مرات الدخول',
  conversions: 'أصبحوا أعضاء',
  registrations: 'الحسابات المُنشأة',
  messages: 'الرسائل',
  tokens: 'التوكنات',
  total: 'المجموع',
  noName: 'لا يوجد',
  perDay: {
    entries: 'مرات الدخول يوميًا',
    conversions: 'الأعضاء الجدد يوميًا',
    registrations: 'الحسابات الجديدة يوميًا',
    messages: 'الرسائل يوميًا',
    tokens: 'التوكنات يوميًا',
  },
  nothing: 'لم يحدث شيء في هذه المدة.',
  few: '\u2066<5\u2069',
  number: (value) => format.number(value),
};
