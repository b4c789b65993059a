import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const room: ConsoleTexts['room'] = {
  title: 'Заходьте',
  step: 'Скануйте або відкрийте',
  stepRegister: 'Скануйте, щоб створити обліковий запис, або відкрийте',
  enter: 'і введіть код',
  in: (peopleIn, places, bold) => ['У чаті ', bold(format.number(peopleIn)), ` із ${format.number(places)}`],
  left: (ms, bold) => {
    const minutes = Math.ceil(ms / 60_000);
    const hours = Math.floor(minutes / 60);
    if (minutes < 120) return ['Ще ', bold(format.duration(minutes * 60_000))];
    if (hours < 48) return ['Ще ', bold(format.duration(hours * 3_600_000))];
    return ['Ще ', bold(format.duration(Math.floor(hours / 24) * 86_400_000))];
  },
  announcement: (peopleIn, places, left) => {
    const people = format.plural(peopleIn, {
      one: `${format.number(peopleIn)} особа`,
      few: `${format.number(peopleIn)} особи`,
      many: `${format.number(peopleIn)} осіб`,
      other: `${format.number(peopleIn)} особи`,
    });
    const free = format.plural(left, {
      one: `Залишилося ${format.number(left)} місце.`,
      few: `Залишилося ${format.number(left)} місця.`,
      many: `Залишилося ${format.number(left)} місць.`,
      other: `Залишилося ${format.number(left)} місця.`,
    });
    return `У чаті ${people} із ${format.number(places)}. ${free}`;
  },
  ended: 'Термін дії цього коду закінчився.',
  revoked: 'Цей код закрито.',
  full: 'Усі місця зайнято.',
  notYet: (when) => `Початок: ${when}.`,
  lost: 'Немає з’єднання. Числа можуть бути застарілі.',
};
