import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const rowsOf = (count: number) =>
  format.plural(count, {
    one: 'سطر واحد',
    two: 'سطران',
    few: `${format.number(count)} أسطر`,
    many: `${format.number(count)} سطرًا`,
    other: `${format.number(count)} سطر`,
  });
/** After a preposition or a verbal noun. */
const ofRows = (count: number) => format.plural(count, { two: 'سطرين', other: rowsOf(count) });

export const imports: ConsoleTexts['imports'] = {
  title: 'استيراد رموز',
  text: 'ملف فيه رموز، بصيغة CSV أو JSON أو JSON Lines. يُعرض ما سيتغيّر قبل كتابة أي شيء.',
  drop: 'يمكن إفلات ملف هنا، أو',
  choose: 'اختيار ملف',
  dropLabel: 'ملف الرموز',
  resetUsage: 'أخذ عدد الأماكن المتبقية من الملف',
  resetUsageHint: 'دون ذلك تبقى الأماكن المستخدمة مستخدمة.',
  uploading: 'جارٍ إرسال الملف…',
  earlier: 'عمليات الاستيراد',
  states: {
    uploading: 'قيد الإرسال',
    reading: 'قيد القراءة',
    planned: 'جاهز للاستيراد',
    writing: 'قيد الكتابة',
    written: 'تم الاستيراد',
    failed: 'فشل',
  },
  progress: {
    reading: (rows) => `القراءة: ${rowsOf(rows)} حتى الآن.`,
    comparing: (rows) => `المقارنة بالرموز الموجودة: ${rowsOf(rows)} حتى الآن.`,
    writing: (rows) => `الكتابة: ${rowsOf(rows)} حتى الآن.`,
    closeTab: 'يمكن إغلاق هذه الصفحة. يستمر الاستيراد.',
    label: 'التقدّم',
  },
  totals: {
    new: 'جديد',
    changed: 'متغيّر',
    unchanged: 'دون تغيير',
    refused: 'مرفوض',
    rows: 'الأسطر',
  },
  plan: 'ما سيغيّره الملف',
  planDone: 'ما غيّره الملف',
  outcomes: { all: 'كل الأسطر', new: 'جديد', changed: 'متغيّر', refused: 'مرفوض' },
  outcome: 'النتيجة',
  find: 'البحث في الخطة',
  columns: { row: 'السطر', outcome: 'النتيجة', code: 'الرمز', what: 'التفاصيل' },
  // The arrow points to the left, as the text runs.
  change: (field, from, to) => `${field}: \u2068${from}\u2069 ← \u2068${to}\u2069`,
  nothing: 'لا شيء',
  refused: (count) =>
    format.plural(count, {
      one: 'رُفض سطر واحد. يُرجى تصحيحه في الملف واختيار الملف من جديد، أو استيراد بقية الأسطر.',
      two: 'رُفض سطران. يُرجى تصحيحهما في الملف واختيار الملف من جديد، أو استيراد بقية الأسطر.',
      few: `رُفضت ${rowsOf(count)}. يُرجى تصحيحها في الملف واختيار الملف من جديد، أو استيراد بقية الأسطر.`,
      other: `رُفض ${rowsOf(count)}. يُرجى تصحيحها في الملف واختيار الملف من جديد، أو استيراد بقية الأسطر.`,
    }),
  nothingToWrite: 'الملف لا يغيّر شيئًا.',
  button: (count) => `استيراد ${ofRows(count)}`,
  buttonSkipping: (count) => `استيراد البقية: ${rowsOf(count)}`,
  written: (count) => `تم استيراد ${ofRows(count)}.`,
  stop: 'إيقاف الاستيراد',
  stopText: 'تبقى الأسطر المكتوبة. ويمكن إكمال الاستيراد لاحقًا بالملف نفسه.',
  another: 'استيراد ملف آخر',
  toCodes: 'فتح الرموز',
  failed: (why) => `فشل الاستيراد: ${why}`,
};
