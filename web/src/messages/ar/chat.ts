import { format } from '../current-format.ts';
import type { Messages } from '../texts.ts';

const countOf = (messages: number) =>
  format.plural(messages, {
    zero: 'لا رسائل',
    one: 'رسالة واحدة',
    two: 'رسالتان',
    few: `${format.number(messages)} رسائل`,
    many: `${format.number(messages)} رسالة`,
    other: `${format.number(messages)} رسالة`,
  });

export const chat: Messages['chat'] = {
  title: 'المحادثة',
  newChat: 'محادثة جديدة',
  chats: 'المحادثات',
  thisChat: 'هذه المحادثة',
  skip: 'الانتقال إلى المحادثة',
  close: 'إغلاق',
  with: (name) => `مع ${name}`,
  guest: {
    label: 'عن هذه الزيارة',
    who: 'هذه جلسة ضيف.',
    loss: 'تُحذف محادثاتك عند تسجيل الخروج.',
    lossWithBrowser: 'تضيع محادثاتك عند تسجيل الخروج أو إغلاق المتصفح.',
    byShift: 'الضغط على مفتاح Shift ثلاث مرات يحذفها أيضًا ويعرض موقعًا آخر.',
  },
  accountReady: 'حسابك جاهز، ومحادثاتك معك.',
  loggedIn: 'تم تسجيل الدخول، ومحادثاتك معك.',
  welcome: 'ما موضوع حديثنا اليوم؟',
  beginnings: 'يمكن البدء بما يلي',
  help: 'المساعدة',
  expect: {
    with: (name) => `مع ${name}، وهو مساعد آلي.`,
    limits({ messages, messagesPerDay, endsAt }) {
      const inAll = messages !== null && countOf(messages);
      const aDay =
        messagesPerDay !== null &&
        `${inAll ? format.number(messagesPerDay) : countOf(messagesPerDay)} في اليوم`;
      const until = endsAt !== null && `وقت حتى ${format.clock(endsAt)}`;
      const parts = [inAll, aDay, until].filter((part) => part !== false);
      return parts.length === 0 ? '' : `لديك ${parts.join('، ')}.`;
    },
    kept: 'تبقى محادثاتك حتى تُحذف بطلب منك.',
    deleted: 'يُحذف ما يُكتب هنا عند تسجيل الخروج.',
    deletedAtEnd: 'يُحذف عند انتهاء وقتك أو عند تسجيل الخروج.',
  },
  limits: {
    messages({ left, isToday }, dayEndsAt) {
      if (left === 0 && isToday)
        return `لم تبقَ رسائل لهذا اليوم. يمكنك الكتابة من جديد ابتداءً من ${format.clock(dayEndsAt)}.`;
      if (left === 0) return 'لم تبقَ رسائل. ما زال بإمكانك قراءة محادثاتك ونسخها.';
      return isToday ? `الباقي لهذا اليوم: ${countOf(left)}.` : `الباقي: ${countOf(left)}.`;
    },
    ends: (at) => `ينتهي وقتك في الساعة ${format.clock(at)}.`,
    endsSoon: (at) => `بقي أقل من 5 دقائق. ينتهي وقتك في الساعة ${format.clock(at)}، ويُحذف ما كتبته.`,
  },
  save: { button: 'حفظ محادثاتي', fileName: 'محادثات.md', replyFileName: 'إجابة.md' },
  shortcuts: {
    title: 'اختصارات لوحة المفاتيح',
    button: 'الاختصارات',
    escape: 'Esc',
    letters: 'استخدام اختصارات من حرف واحد',
    names: {
      newChat: 'محادثة جديدة',
      search: 'البحث في المحادثات',
      write: 'كتابة رسالة',
      copy: 'نسخ آخر إجابة',
      stop: 'إيقاف الإجابة',
      list: 'هذه القائمة',
    },
  },
  roomFull: {
    title: 'كل الأماكن مشغولة',
    text: 'طال غيابك، وشغل مكانَك شخص آخر. تكون العودة حين يخلو مكان. يُرجى ترك هذه الصفحة مفتوحة.',
    kept: 'محادثاتك محفوظة.',
  },
  list: {
    empty: 'لا توجد محادثات بعد.',
    guest: 'ضيف',
    account: 'الحساب',
    options: (title) => `خيارات ${title}`,
    rename: 'تغيير الاسم',
    remove: 'حذف',
    renameTitle: 'تغيير اسم هذه المحادثة',
    renameLabel: 'العنوان',
    save: 'حفظ',
    removed: (title) => `تم حذف «${title}».`,
    today: 'اليوم',
    yesterday: 'أمس',
    earlier: 'قبل ذلك',
    earlierChats: 'محادثات سابقة',
    erased: 'يُمحى عند تسجيل الخروج',
    search: 'البحث في المحادثات',
    searching: 'جارٍ البحث…',
    found: (count) =>
      count === 0
        ? 'لم يُعثر على شيء'
        : format.plural(count, {
            one: 'نتيجة واحدة',
            two: 'نتيجتان',
            few: `${format.number(count)} نتائج`,
            many: `${format.number(count)} نتيجة`,
            other: `${format.number(count)} نتيجة`,
          }),
  },
  link: {
    text: 'سبق أن سجّلت الدخول. لم يُستخدم الرمز الموجود في الرابط. لاستخدامه يلزم تسجيل الخروج أولًا.',
    orCreateWith: (link) => [
      'أو يمكنك إنشاء حساب بهذا الرمز، فتبقى محادثاتك. ',
      link('إنشاء حساب بهذا الرمز'),
    ],
    orCreateWithout: (link) => [
      'أو يمكنك إنشاء حساب دون هذا الرمز، فتبقى محادثاتك. ',
      link('إنشاء حساب دون هذا الرمز'),
    ],
    logOutFirst: 'تسجيل الخروج أولًا',
    dismiss: 'إخفاء',
    separator: ' · ',
  },
  keyGone: {
    title: 'لم يعد فتح محادثاتك ممكنًا',
    why: 'كان هذا المتصفح وحده يستطيع فتحها، بملف تعريف ارتباط لم يعد موجودًا. ربما حُذف أو حُظر. ولا يستطيع أحد غيرك قراءتها أيضًا.',
    what: 'ما زلت هنا بصفة ضيف. يمكنك البدء من جديد: تُحذف المحادثات القديمة نهائيًا.',
    button: 'البدء من جديد',
  },
  thread: {
    you: 'رسالتك',
    assistant: 'المساعد',
    writing: 'يكتب…',
    thinking: 'يفكّر…',
    thoughts: 'الأفكار',
    silent: 'النموذج مشغول أو ما زال قيد التحميل. قد يستغرق ذلك بضع دقائق.',
    leftOut: 'هذه المحادثة أطول مما يستطيع النموذج قراءته. ولم يعد يرى بعض الرسائل السابقة.',
    continue: 'متابعة',
    isWriting: 'المساعد يكتب.',
    hasFinished: 'انتهى المساعد.',
    stopped: 'أُوقفت قبل النهاية.',
    interrupted: 'انقطعت قبل النهاية.',
    failed: 'لم يتمكن المساعد من إكمال الإجابة.',
    endings: {
      length: 'بلغت الإجابة أقصى طول يمكن للنموذج كتابته.',
      filter: 'أنهى مرشّح النموذج هذه الإجابة.',
      refusal: 'رفض النموذج الإجابة عن هذا.',
      tools: 'حاول النموذج استخدام أداة غير متاحة له هنا.',
      thinking: 'استنفد النموذج كل الطول المتاح في التفكير ولم يكتب إجابة.',
    },
    unanswered: 'لا توجد إجابة عن هذا السؤال.',
    code: 'رمز برمجي',
    table: 'جدول',
    saveReply: 'حفظ بصيغة Markdown',
    print: 'طباعة',
    toEnd: 'إلى النهاية',
    earlier: 'رسائل أقدم',
    picture: 'صورة',
    startNewChat: 'بدء محادثة جديدة',
  },
  composer: {
    label: 'الرسالة',
    placeholder: 'كتابة رسالة',
    send: 'إرسال',
    stop: 'إيقاف',
    length: (count, limit) =>
      format.plural(limit, {
        few: `${format.number(count)} من ${format.number(limit)} أحرف`,
        many: `${format.number(count)} من ${format.number(limit)} حرفًا`,
        other: `${format.number(count)} من ${format.number(limit)} حرف`,
      }),
    offline: 'لا يوجد اتصال. يبقى ما يُكتب هنا ما دامت هذه الصفحة مفتوحة.',
    demo: 'مساعد تجريبي، وليس ذكاءً اصطناعيًا حقيقيًا بعد.',
    canBeWrong: (name) => `${name ?? 'المساعد'} قد يخطئ.`,
  },
};
