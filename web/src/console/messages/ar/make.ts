import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const codesOf = (count: number) =>
  format.plural(count, {
    one: 'رمز واحد',
    two: 'رمزان',
    few: `${format.number(count)} رموز`,
    many: `${format.number(count)} رمزًا`,
    other: `${format.number(count)} رمز`,
  });
const peopleOf = (count: number) =>
  format.plural(count, {
    one: 'شخص واحد',
    two: 'شخصان',
    few: `${format.number(count)} أشخاص`,
    many: `${format.number(count)} شخصًا`,
    other: `${format.number(count)} شخص`,
  });
const lettersOf = (count: number) =>
  format.plural(count, {
    few: `${format.number(count)} أحرف`,
    many: `${format.number(count)} حرفًا`,
    other: `${format.number(count)} حرف`,
  });

export const make: ConsoleTexts['make'] = {
  title: 'إنشاء رموز',
  text: 'رمز واحد في كل بطاقة، جاهز للطباعة والتوزيع.',
  kind: 'ما يفتحه الرمز',
  login: { title: 'محادثة ضيف', text: 'دون حساب. تُمحى عند تسجيل الخروج.' },
  registration: { title: 'حساب', text: 'تبقى المحادثات. حساب لكل شخص.' },
  count: 'عدد الرموز',
  allowed: 'عدد الأشخاص لكل رمز',
  validFrom: 'صالح من',
  validUntil: 'صالح حتى',
  label: 'التسمية',
  labelHint: 'لك وحدك: للعثور على هذه الرموز لاحقًا.',
  note: 'نصك على البطاقة',
  letters: (count, max) => `${format.number(count)} من ${lettersOf(max)}`,
  more: 'شروط أخرى',
  assistant: 'المساعد',
  defaultAssistant: 'المساعد الافتراضي',
  language: 'اللغة',
  anyLanguage: 'لغة متصفح كل شخص',
  messagesPerPerson: 'عدد الرسائل لكل شخص',
  messagesPerDay: 'عدد الرسائل يوميًا لكل شخص',
  minutes: 'عدد الدقائق لكل ضيف',
  minutesHint: 'عند انتهائها تنتهي المحادثة وتُمحى.',
  atOnce: 'عدد الضيوف في الوقت نفسه',
  atOnceHint: 'ينتظر التالي حتى يغادر أحد.',
  budget: 'عدد التوكنات للجميع معًا',
  noLimit: 'إن تُرك فارغًا: دون حد.',
  ownCode: 'نص الرمز',
  ownCodeHint: 'إن تُرك فارغًا: ينشئ Foyer رمزًا لا يمكن تخمينه.',
  short: 'رموز قصيرة، تُكتب نقلًا عن شاشة',
  shortHint: 'ستة أحرف أو أرقام، مثل \u2066K7M-4PQ\u2069. تسري 24 ساعة على الأكثر، ولـ 500 شخص على الأكثر.',
  hours: 'مدة الصلاحية بالساعات',
  sum: (codes, people, bold) => [`المجموع: ${codesOf(codes)}، `, bold(peopleOf(people)), ' على الأكثر.'],
  button: (count) => `إنشاء ${format.plural(count, { two: 'رمزين', other: codesOf(count) })}`,
  preview: {
    label: 'معاينة البطاقة',
    qr: 'رمز QR للرابط',
    text: (sheets) => {
      const paper = format.plural(sheets, {
        one: 'ورقة واحدة',
        two: 'ورقتان',
        few: `${format.number(sheets)} أوراق`,
        other: `${format.number(sheets)} ورقة`,
      });
      return `\u206685 × 54\u2069 مم، عشر بطاقات في كل ورقة \u2066A4\u2069: ${paper}. الرمز المعروض مثال.`;
    },
    private:
      'هذا العنوان يعمل على هذا الحاسوب فقط. يُرجى ضبط PUBLIC_URL قبل الطباعة، وإلا فلن يستطيع أحد فتح البطاقات.',
  },
  problems: {
    count: (max) => `يُرجى إدخال عدد من 1 إلى ${format.number(max)}.`,
    number: 'يُرجى إدخال عدد صحيح لا يقل عن 1.',
    day: 'يُرجى إدخال يوم.',
    order: 'هذا اليوم قبل اليوم الأول.',
    ended: 'هذا اليوم مضى.',
    hours: 'يُرجى إدخال عدد من 1 إلى 24.',
    note: (max) => `تتسع البطاقة لـ ${lettersOf(max)} على الأكثر.`,
    one: 'لا يمكن أن يحمل هذا النص إلا رمز واحد. يُرجى إنشاء رمز واحد، أو ترك الحقل فارغًا.',
  },
  done: {
    title: (count) => `تم إنشاء ${format.plural(count, { two: 'رمزين', other: codesOf(count) })}`,
    print: 'طباعة بطاقات',
    copy: (count) => (count === 1 ? 'نسخ الرابط' : 'نسخ كل الروابط'),
    copied: 'تم النسخ',
    csv: 'تنزيل CSV',
    room: 'العرض في القاعة',
    again: 'إنشاء المزيد',
    batch: 'متابعة الدخول',
    more: (count) => `و${format.number(count)} أخرى`,
    printed: 'ملف PDF في التنزيلات. يُرجى طباعته بمقياس 100%، ثم القص من علامة إلى علامة.',
  },
};
