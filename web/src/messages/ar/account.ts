import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

export const account: Messages['account'] = {
  title: 'الحساب',
  toConsole: 'فتح لوحة التحكم',
  linked: (provider) => `تم ربط ${provider}.`,
  language: 'لهذه الصفحات، وللرسائل التي نرسلها إليك.',
  email: {
    notConfirmed: ' (لم يتم تأكيده بعد)',
    mailSent: (address) =>
      `أرسلنا رابطًا إلى ${address}. يتغيّر عنوانك عند فتح الرابط. وحتى ذلك الحين يبقى العنوان أعلاه ساريًا.`,
    label: 'بريد إلكتروني جديد',
    button: 'تغيير البريد الإلكتروني',
    withoutMail: 'لا يمكن تغييره: البريد الإلكتروني غير مُعَدّ هنا.',
  },
  password: {
    none: 'ليست لديك كلمة مرور بعد. تسجيل دخولك يتم عبر خدمة أخرى.',
    done: 'تم حفظ كلمة المرور الجديدة. وانتهت كل الجلسات الأخرى.',
    current: 'كلمة المرور الحالية',
    button: 'تغيير كلمة المرور',
  },
  logins: {
    title: 'طرق تسجيل الدخول',
    linkAnother: 'يمكنك ربط خدمة أخرى لتكون لديك طريقة ثانية لتسجيل الدخول.',
    withEmail: 'ببريدك الإلكتروني',
    linkedOn: (time) => `تم الربط في ${format.day(time)}`,
    unlink: 'إلغاء الربط',
    unlinkProvider: (provider) => `إلغاء ربط ${provider}`,
    link: (provider) => `ربط ${provider}`,
  },
  sessions: {
    title: 'الجلسات',
    since: (time) => `منذ ${format.moment(time)}`,
    thisDevice: 'هذا الجهاز، نشط الآن',
    lastActive: (time) => `آخر نشاط: ${format.moment(time)}`,
    logOut: 'إنهاء',
    ofDevice: (device) => ` الجلسة على ${device}`,
    unknownDevice: 'جهاز غير معروف',
    logOutOthers: 'إنهاء كل الجلسات الأخرى',
    none: 'لا توجد لك جلسات أخرى.',
  },
  data: {
    title: 'بياناتك',
    text: 'كل ما نحفظه عنك، ومعه محادثاتك، في ملف JSON واحد.',
    button: 'تنزيل بياناتي',
  },
  remove: {
    title: 'حذف الحساب',
    text: 'يُحذف حسابك وكل محادثاتك نهائيًا.',
    button: 'حذف حسابي',
    question: 'حذف حسابك؟',
    warning: (email) => `يُحذف حسابك ${email} وكل محادثاتك نهائيًا، على كل الأجهزة.`,
    keep: 'الإبقاء عليه',
    confirm: 'حذف كل شيء',
  },
  confirm: {
    title: 'تأكيد هويتك',
    byPassword: 'مضى وقت على تسجيل دخولك. يُرجى إدخال كلمة المرور للمتابعة.',
    byLogin:
      'مضى وقت على تسجيل دخولك. يُرجى تسجيل الدخول مرة أخرى للمتابعة. تكون العودة بعدها إلى هذه الصفحة.',
    logInAgain: (provider) => `تسجيل الدخول مرة أخرى عبر ${provider}`,
    button: 'تأكيد',
  },
};
