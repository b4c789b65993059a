import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const frame: ConsoleTexts['frame'] = {
  tabs: {
    label: 'لوحة التحكم',
    codes: 'الرموز',
    batches: 'الدفعات',
    people: 'الأشخاص',
    use: 'الاستخدام',
    settings: 'الإعدادات',
    audit: 'سجل الإجراءات',
  },
  toChat: 'المحادثة',
  notOperator: {
    title: 'هذه الصفحة للمشرفين',
    text: (email) =>
      `تم تسجيل الدخول باسم ${email}، وهذا الحساب ليس حساب مشرف. يُرجى طلب ذلك من القائمين على هذا الموقع.`,
  },
  states: {
    open: 'مفتوح',
    notYet: 'لم يبدأ بعد',
    usedUp: 'مستنفد',
    ended: 'منتهٍ',
    revoked: 'مُبطَل',
  },
  kinds: { login: 'ضيف', registration: 'حساب' },
  firstPage: 'الصفحة الأولى',
  nextPage: 'الصفحة التالية',
  nothingFound: 'لا توجد نتائج.',
  clearFilters: 'مسح عوامل التصفية',
  moreFilters: 'المزيد من عوامل التصفية',
  fewerFilters: 'عوامل تصفية أقل',
  more: 'المزيد',
  save: 'حفظ',
  never: 'لم يُستخدم',
  downloadCsv: 'تنزيل CSV',
  confirm: {
    title: 'تأكيد هويتك',
    text: 'مضى وقت على تسجيل دخولك. يُرجى إدخال كلمة المرور للمتابعة.',
    textWithCode: 'يُرجى إدخال كلمة المرور، والرمز الذي يعرضه التطبيق.',
    code: 'الرمز من التطبيق، أو رمز استرداد',
    button: 'متابعة',
    passwordMissing: 'يُرجى إدخال كلمة المرور.',
  },
  warnings: {
    label: 'تنبيهات',
    codesStopped: 'كل الرموز موقوفة. لا يستطيع أحد الدخول برمز حتى يُعاد تشغيلها.',
    toSettings: 'فتح الإعدادات',
    toCode: 'فتح الرمز',
    codeLow: (label, left) =>
      format.plural(left, {
        zero: `${label}: لم يبقَ أي مكان.`,
        one: `${label}: بقي مكان واحد.`,
        two: `${label}: بقي مكانان.`,
        few: `${label}: بقيت ${format.number(left)} أماكن.`,
        many: `${label}: بقي ${format.number(left)} مكانًا.`,
        other: `${label}: بقي ${format.number(left)} مكان.`,
      }),
    codeEnds: (label, when) => `${label}: تنتهي الصلاحية في ${when}.`,
    aCode: 'أحد الرموز',
    aBatch: 'إحدى الدفعات',
    toBatch: 'فتح الدفعة',
    batchEnds: (label, codes, when) =>
      format.plural(codes, {
        one: `${label}: تنتهي الصلاحية في ${when}، وفيها رمز لم يُستخدم.`,
        two: `${label}: تنتهي الصلاحية في ${when}، وفيها رمزان لم يُستخدما.`,
        few: `${label}: تنتهي الصلاحية في ${when}، وفيها ${format.number(codes)} رموز لم تُستخدم.`,
        many: `${label}: تنتهي الصلاحية في ${when}، وفيها ${format.number(codes)} رمزًا لم يُستخدم.`,
        other: `${label}: تنتهي الصلاحية في ${when}، وفيها ${format.number(codes)} رمز لم يُستخدم.`,
      }),
    defaultLogin: 'الرمز الافتراضي للضيوف لا يُدخل أحدًا الآن. «المتابعة كضيف» مغلقة.',
    defaultRegistration: 'رمز التسجيل الافتراضي لا يقبل أحدًا الآن.',
    refusedTries: (count, minutes) =>
      `عدد المحاولات برموز خاطئة خلال آخر ${format.duration(minutes * 60_000)}: ${format.number(count)}. ربما يحاول أحد التخمين.`,
    ignoredSetting: (name) => `القيمة المحفوظة للإعداد ${name} غير صالحة، ولا يُعمل بها.`,
    more: (count) =>
      format.plural(count, {
        one: 'تنبيه آخر',
        two: 'تنبيهان آخران',
        few: `${format.number(count)} تنبيهات أخرى`,
        many: `${format.number(count)} تنبيهًا آخر`,
        other: `${format.number(count)} تنبيه آخر`,
      }),
  },
  chart: {
    asTable: 'العرض في جدول',
    asChart: 'العرض في رسم بياني',
    day: 'اليوم',
    summary: (title, first, last, total, lastValue) =>
      `${title}، من ${first} حتى ${last}: المجموع ${format.number(total)}، وفي اليوم الأخير ${format.number(lastValue)}`,
    today: (value) => `اليوم: ${format.number(value)}`,
    on: (value, day) => `${day}: ${format.number(value)}`,
  },
};
