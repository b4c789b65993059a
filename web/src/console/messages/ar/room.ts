import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const room: ConsoleTexts['room'] = {
  title: 'أهلًا وسهلًا',
  step: 'يُرجى المسح ضوئيًا، أو فتح',
  stepRegister: 'لإنشاء حساب، يُرجى المسح ضوئيًا، أو فتح',
  enter: 'وإدخال الرمز',
  in: (peopleIn, places, bold) => [
    'الحاضرون: ',
    bold(format.number(peopleIn)),
    ` من ${format.number(places)}`,
  ],
  left: (ms, bold) => {
    const minutes = Math.ceil(ms / 60_000);
    const hours = Math.floor(minutes / 60);
    if (minutes < 120) return ['الوقت المتبقي: ', bold(format.duration(minutes * 60_000))];
    if (hours < 48) return ['الوقت المتبقي: ', bold(format.duration(hours * 3_600_000))];
    return ['الوقت المتبقي: ', bold(format.duration(Math.floor(hours / 24) * 86_400_000))];
  },
  announcement: (peopleIn, places, left) => {
    const free = format.plural(left, {
      zero: 'لم يبقَ أي مكان.',
      one: 'بقي مكان واحد.',
      two: 'بقي مكانان.',
      few: `بقيت ${format.number(left)} أماكن.`,
      many: `بقي ${format.number(left)} مكانًا.`,
      other: `بقي ${format.number(left)} مكان.`,
    });
    return `الحاضرون ${format.number(peopleIn)} من ${format.number(places)}. ${free}`;
  },
  ended: 'انتهت صلاحية هذا الرمز.',
  revoked: 'هذا الرمز مغلق.',
  full: 'كل الأماكن مشغولة.',
  notYet: (when) => `موعد البدء: ${when}.`,
  lost: 'لا يوجد اتصال. قد تكون الأرقام قديمة.',
};
