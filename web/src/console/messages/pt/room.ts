import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const room: ConsoleTexts['room'] = {
  title: 'Entre',
  step: 'Leia o QR, ou abra',
  stepRegister: 'Para criar uma conta, leia o QR, ou abra',
  enter: 'e escreva o código',
  in: (peopleIn, places, bold) => [
    bold(format.number(peopleIn)),
    format.plural(peopleIn, {
      one: ` presente, de ${format.number(places)}`,
      other: ` presentes, de ${format.number(places)}`,
    }),
  ],
  left(ms, bold) {
    const minutes = Math.ceil(ms / 60_000);
    const hours = Math.floor(minutes / 60);
    if (minutes < 120) return ['faltam ', bold(format.duration(minutes * 60_000))];
    if (hours < 48) return ['faltam ', bold(format.duration(hours * 3_600_000))];
    return ['faltam ', bold(format.duration(Math.floor(hours / 24) * 86_400_000))];
  },
  announcement: (peopleIn, places, left) =>
    `${format.plural(peopleIn, { one: 'Uma pessoa presente', other: `${format.number(peopleIn)} pessoas presentes` })}, de ${format.number(places)}. ${format.plural(left, { one: 'Resta um lugar', other: `Restam ${format.number(left)} lugares` })}.`,
  ended: 'Este código terminou.',
  revoked: 'Este código está fechado.',
  full: 'Todos os lugares estão ocupados.',
  notYet: (when) => `Início: ${when}.`,
  lost: 'Sem ligação. Os números podem estar desatualizados.',
};
