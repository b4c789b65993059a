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
/** After a preposition or a verbal noun. */
const ofCodes = (count: number) =>
  format.plural(count, {
    one: 'رمز واحد',
    two: 'رمزين',
    few: `${format.number(count)} رموز`,
    many: `${format.number(count)} رمزًا`,
    other: `${format.number(count)} رمز`,
  });
const ofCards = (count: number) =>
  format.plural(count, {
    one: 'بطاقة واحدة',
    two: 'بطاقتين',
    few: `${format.number(count)} بطاقات`,
    other: `${format.number(count)} بطاقة`,
  });

export const codes: ConsoleTexts['codes'] = {
  title: 'الرموز',
  sums: (codes, open, remaining) =>
    `${codesOf(codes)}. المفتوح منها: ${format.number(open)}. الأماكن المتبقية: ${format.number(remaining)}.`,
  make: 'إنشاء رموز',
  import: 'استيراد',
  empty: {
    title: 'لا توجد رموز بعد',
    text: 'يمكنك إنشاء أول الرموز وطباعتها على بطاقات وتوزيعها.',
  },
  find: 'البحث عن رمز أو دفعة أو تسمية',
  findHint: 'رمز كامل أو تسمية كاملة.',
  filters: {
    state: 'الحالة',
    everyState: 'كل الحالات',
    kind: 'النوع',
    everyKind: 'كلا النوعين',
    batch: 'الدفعة',
    everyBatch: 'كل الدفعات',
    everyLabel: 'كل التسميات',
    label: 'التسمية',
    assistant: 'المساعد',
    everyAssistant: 'كل المساعدين',
    createdFrom: 'الإنشاء من',
    createdUntil: 'الإنشاء حتى',
    endsFrom: 'الانتهاء من',
    endsUntil: 'الانتهاء حتى',
    sort: 'الترتيب',
    newest: 'الأحدث أولًا',
    oldest: 'الأقدم أولًا',
    endsFirst: 'الأقرب انتهاءً أولًا',
    endsLast: 'الأبعد انتهاءً أولًا',
  },
  columns: {
    code: 'الرمز',
    state: 'الحالة',
    opens: 'ما يفتحه، والتسمية',
    used: 'المستخدم',
    until: 'صالح حتى',
    lastUsed: 'آخر استخدام',
  },
  used: (used, allowed) => `${format.number(used)} من ${format.number(allowed)}`,
  from: (day) => `من ${day}`,
  notTold: 'غير مسجَّل',
  hiddenCode: 'رمز مخفي',
  hidden: 'الرموز مخفية، فقد مضى وقت على تسجيل دخولك.',
  showCodes: 'إظهار الرموز',
  choose: (code) => `اختيار \u2066${code}\u2069`,
  chooseAll: 'اختيار كل ما في هذه الصفحة',
  chosen: (count) =>
    format.plural(count, {
      one: 'تم اختيار رمز واحد',
      other: `تم اختيار ${ofCodes(count)}`,
    }),
  chooseMatching: (count) => `اختيار كل النتائج (${format.number(count)})`,
  chosenRegion: 'الرموز المختارة',
  unchoose: 'إلغاء الاختيار',
  acts: {
    print: 'طباعة بطاقات',
    export: 'تصدير',
    revoke: 'إبطال',
    restore: 'استعادة',
    extend: 'تمديد',
    relabel: 'تغيير التسمية',
  },
  counting: 'جارٍ العدّ…',
  revoke: {
    title: (count) => `إبطال ${ofCodes(count)}؟`,
    text: 'لن يستطيع أحد الدخول بها بعد الآن. ومن سبق دخوله يبقى.',
    button: (count) => `إبطال ${ofCodes(count)}`,
    done: (count) => `تم إبطال ${ofCodes(count)}.`,
    undone: (count) => `تمت استعادة ${ofCodes(count)}.`,
  },
  restore: {
    title: (count) => `استعادة ${ofCodes(count)}؟`,
    text: 'يصبح الدخول بها ممكنًا من جديد، ما دامت فيها أماكن ولم تنتهِ صلاحيتها.',
    button: (count) => `استعادة ${ofCodes(count)}`,
  },
  extend: {
    title: (count) => `تمديد ${ofCodes(count)}؟`,
    field: 'صالح حتى',
    hint: 'حتى نهاية هذا اليوم.',
    button: (count) => `تمديد ${ofCodes(count)}`,
    done: (count, until) => `تم تمديد ${ofCodes(count)} حتى ${until}.`,
  },
  relabel: {
    title: (count) => `تسمية ${ofCodes(count)}`,
    field: 'التسمية',
    hint: 'إن تُرك فارغًا: دون تسمية.',
    button: (count) => `تغيير ${ofCodes(count)}`,
    done: (count) => `تم تغيير ${ofCodes(count)}.`,
  },
  print: {
    title: (count) => `طباعة ${ofCards(count)}`,
    paper: 'الورق',
    sheets: 'أوراق للقص',
    sheetsHint: (sheets) =>
      format.plural(sheets, {
        one: 'عشر بطاقات في كل صفحة \u2066A4\u2069: صفحة واحدة.',
        two: 'عشر بطاقات في كل صفحة \u2066A4\u2069: صفحتان.',
        few: `عشر بطاقات في كل صفحة \u2066A4\u2069: ${format.number(sheets)} صفحات.`,
        other: `عشر بطاقات في كل صفحة \u2066A4\u2069: ${format.number(sheets)} صفحة.`,
      }),
    single: 'بطاقة كبيرة واحدة في كل صفحة',
    singleHint: 'للتعليق على الحائط.',
    button: 'تنزيل PDF',
    done: 'ملف PDF في التنزيلات. يُرجى طباعته بمقياس 100%.',
    tooMany: (max) => `لا يمكن طباعة أكثر من ${ofCards(max)} في المرة الواحدة. يُرجى اختيار رموز أقل.`,
  },
  export: {
    title: (count) => `تصدير ${ofCodes(count)}`,
    format: 'الملف',
    text: 'الرموز في الملف نص مكشوف. يُرجى حفظه في مكان آمن.',
    csv: 'CSV، لجداول البيانات',
    jsonl: 'JSON Lines، للبرامج',
    button: 'تنزيل',
    done: 'الملف في التنزيلات.',
  },
  nothingToDo: 'لن يتغيّر أي من الرموز المختارة.',
};
