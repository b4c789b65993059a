import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

const peopleOf = (count: number) =>
  format.plural(count, {
    one: 'شخص واحد',
    two: 'شخصان',
    few: `${format.number(count)} أشخاص`,
    many: `${format.number(count)} شخصًا`,
    other: `${format.number(count)} شخص`,
  });
/** After a preposition or a verbal noun. */
const ofMessages = (count: number) =>
  format.plural(count, {
    one: 'رسالة واحدة',
    two: 'رسالتين',
    few: `${format.number(count)} رسائل`,
    other: `${format.number(count)} رسالة`,
  });

export const code: ConsoleTexts['code'] = {
  title: (start) => `الرمز \u2066${start}\u2069`,
  back: 'كل الرموز',
  terms: {
    guests: (allowed, from, until, bold) => [
      'يمكن أن يدخل به ',
      bold(peopleOf(allowed)),
      format.plural(allowed, { one: ' كضيف، من ', two: ' كضيفين، من ', other: ' كضيوف، من ' }),
      bold(from),
      ' حتى ',
      bold(until),
      '. ',
    ],
    accounts: (allowed, from, until, bold) => [
      'يمكن أن ينشئ به ',
      bold(peopleOf(allowed)),
      format.plural(allowed, { one: ' حسابًا، من ', other: ' حسابًا لكل منهم، من ' }),
      bold(from),
      ' حتى ',
      bold(until),
      '. ',
    ],
    left: (remaining, bold) =>
      remaining === 0
        ? ['لم يبقَ أي مكان. ']
        : [
            'بقي ',
            bold(
              format.plural(remaining, {
                one: 'مكان واحد',
                two: 'مكانان',
                few: `${format.number(remaining)} أماكن`,
                many: `${format.number(remaining)} مكانًا`,
                other: `${format.number(remaining)} مكان`,
              }),
            ),
            '. ',
          ],
    assistant: (name) => `المساعد: ${name}. `,
    messages: (count) => `يمكن لكل شخص إرسال ${ofMessages(count)} إجمالًا. `,
    messagesPerDay: (count) => `يمكن لكل شخص إرسال ${ofMessages(count)} في اليوم. `,
    minutes: (minutes) => `الوقت المتاح لكل ضيف: ${format.duration(minutes * 60_000)}. `,
    atOnce: (count) =>
      format.plural(count, {
        one: 'لا يُسمح بأكثر من شخص واحد في الوقت نفسه. ',
        two: 'لا يُسمح بأكثر من شخصين في الوقت نفسه. ',
        few: `لا يُسمح بأكثر من ${format.number(count)} أشخاص في الوقت نفسه. `,
        many: `لا يُسمح بأكثر من ${format.number(count)} شخصًا في الوقت نفسه. `,
        other: `لا يُسمح بأكثر من ${format.number(count)} شخص في الوقت نفسه. `,
      }),
    budget: (tokens) =>
      format.plural(tokens, {
        one: 'يمكنهم معًا استخدام توكن واحد. ',
        two: 'يمكنهم معًا استخدام توكنين. ',
        few: `يمكنهم معًا استخدام ${format.number(tokens)} توكنات. `,
        other: `يمكنهم معًا استخدام ${format.number(tokens)} توكن. `,
      }),
    guestsErased: 'تُمحى بيانات الضيف عند تسجيل الخروج، أو بعد مدة دون رسائل.',
    accountsStay: 'تبقى الحسابات حتى تُحذف.',
  },
  facts: {
    batch: 'الدفعة',
    label: 'التسمية',
    made: 'تاريخ الإنشاء',
    madeBy: (when, by) => `${when} (${by})`,
    makers: {
      create: 'أمر',
      import: 'استيراد',
      operator: 'مشرف',
      token: 'مفتاح وصول',
    },
    revoked: 'تاريخ الإبطال',
    link: 'الرابط',
    entries: 'مرات الدخول',
    entriesOf: (entries, converted) => {
      const came = format.plural(entries, {
        one: 'مرة واحدة',
        two: 'مرتان',
        few: `${format.number(entries)} مرات`,
        other: `${format.number(entries)} مرة`,
      });
      return converted === 0 ? came : `${came}؛ أصبحوا أعضاء: ${format.number(converted)}`;
    },
    peopleIn: 'الحاضرون الآن',
    messages: 'الرسائل',
    tokens: 'التوكنات',
    language: 'اللغة',
  },
  usesADay: 'مرات الدخول يوميًا',
  whoCameIn: 'عمليات الدخول',
  entries: {
    when: 'الوقت',
    as: 'الدخول بصفة',
    became: 'أصبح',
    guest: 'ضيف',
    member: 'عضو',
  },
  entriesNote: 'يعدّ Foyer مرات الدخول، ولا يسجّل هوية أحد.',
  oneUse: 'هذا الرمز لشخص واحد. لا يُعرض هنا ما فعله هذا الشخص.',
  noEntries: 'لم يدخل أحد بهذا الرمز بعد.',
  history: 'السجل',
  copyLink: 'نسخ الرابط',
  print: 'طباعة بطاقة',
  room: 'العرض في القاعة',
  roomLink: 'رابط لشخص ليس لديه حساب',
  roomLinkHint: 'يعرض شاشة القاعة فقط، حتى انتهاء الرمز.',
  revoke: 'إبطال هذا الرمز',
  restore: 'استعادة هذا الرمز',
  revokeQuestion: {
    title: 'إبطال هذا الرمز؟',
    text: 'لن يستطيع أحد الدخول به بعد الآن. ومن سبق دخوله يبقى.',
  },
  revoked: 'تم إبطال الرمز.',
  restored: 'تمت استعادة الرمز.',
  edit: {
    button: 'تغيير الشروط',
    title: 'تغيير الشروط',
    saved: 'تم تغيير الشروط، وهي سارية فورًا.',
    nothing: 'لم يتغيّر شيء.',
    loadAgain: 'إعادة التحميل',
    allowed: (from, to, used) =>
      to > from
        ? format.plural(to - from, {
            one: 'يستطيع شخص واحد إضافي الدخول.',
            two: 'يستطيع شخصان إضافيان الدخول.',
            few: `يستطيع ${format.number(to - from)} أشخاص إضافيين الدخول.`,
            many: `يستطيع ${format.number(to - from)} شخصًا إضافيًا الدخول.`,
            other: `يستطيع ${format.number(to - from)} شخص إضافي الدخول.`,
          })
        : format.plural(Math.max(0, to - used), {
            zero: 'لن يستطيع أحد آخر الدخول.',
            one: 'ما زال بإمكان شخص واحد الدخول.',
            two: 'ما زال بإمكان شخصين الدخول.',
            few: `ما زال بإمكان ${format.number(to - used)} أشخاص الدخول.`,
            many: `ما زال بإمكان ${format.number(to - used)} شخصًا الدخول.`,
            other: `ما زال بإمكان ${format.number(to - used)} شخص الدخول.`,
          }),
    until: (day) => `يمكن الدخول حتى ${day}. ومن سبق دخوله يبقى.`,
    from: (day) => `يمكن الدخول ابتداءً من ${day}.`,
    limits: 'تسري الحدود الجديدة فورًا، حتى على من سبق دخوله.',
    minutes: 'تسري الدقائق الجديدة على من يدخل من الآن فصاعدًا.',
    assistant: 'تبدأ المحادثات الجديدة مع المساعد الجديد. وتبقى المحادثات الحالية مع مساعدها.',
    belowUsed: (used) =>
      format.plural(used, {
        one: 'دخل شخص واحد من قبل، وهو باقٍ، لكن لا يستطيع أحد آخر الدخول.',
        two: 'دخل شخصان من قبل، وهما باقيان، لكن لا يستطيع أحد آخر الدخول.',
        other: `دخل ${peopleOf(used)} من قبل، وهم باقون، لكن لا يستطيع أحد آخر الدخول.`,
      }),
  },
};
