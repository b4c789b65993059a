import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    zero: 'لا رموز',
    one: 'رمز واحد',
    two: 'رمزان',
    few: `${format.number(count)} رموز`,
    many: `${format.number(count)} رمزًا`,
    other: `${format.number(count)} رمز`,
  });

export const batches: ConsoleTexts['batches'] = {
  title: 'الدفعات',
  text: 'الرموز التي أُنشئت أو استُوردت معًا.',
  empty: 'لا توجد دفعات بعد.',
  columns: { batch: 'الدفعة', codes: 'الرموز', made: 'تاريخ الإنشاء', by: 'المُنشئ' },
  unnamed: (when) => `أُنشئت في ${when}`,
  codes: codesOf,
  back: 'كل الدفعات',
  sums: (codes, used, allowed) =>
    `${codesOf(codes)}. الأماكن المستخدمة: ${format.number(used)} من ${format.number(allowed)}.`,
  facts: {
    made: 'تاريخ الإنشاء',
    note: 'النص على البطاقات',
    entries: 'مرات الدخول',
    converted: 'أصبحوا أعضاء',
    peopleIn: 'الحاضرون الآن',
    messages: 'الرسائل',
    tokens: 'التوكنات',
  },
  all: 'كل رموز هذه الدفعة',
  show: 'عرض رموزها',
  use: 'عرض استخدامها',
};
