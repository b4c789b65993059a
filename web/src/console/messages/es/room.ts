import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const room: ConsoleTexts['room'] = {
  title: 'Adelante',
  step: 'Escanee, o abra',
  stepRegister: 'Para crear una cuenta, escanee, o abra',
  enter: 'y escriba el código',
  in: (peopleIn, places, bold) => [bold(format.number(peopleIn)), ` de ${format.number(places)} dentro`],
  left(ms, bold) {
    const minutes = Math.ceil(ms / 60_000);
    const hours = Math.floor(minutes / 60);
    const days = Math.floor(hours / 24);
    const lasts = (count: number) => format.plural(count, { one: 'queda ', other: 'quedan ' });
    if (minutes < 120) return [lasts(minutes), bold(format.duration(minutes * 60_000))];
    if (hours < 48) return [lasts(hours), bold(format.duration(hours * 3_600_000))];
    return [lasts(days), bold(format.duration(days * 86_400_000))];
  },
  announcement: (peopleIn, places, left) =>
    `${format.plural(peopleIn, { one: 'Hay una persona', other: `Hay ${format.number(peopleIn)} personas` })} dentro, de ${format.number(places)}. ${format.plural(left, { one: 'Queda una plaza', other: `Quedan ${format.number(left)} plazas` })}.`,
  ended: 'Este código ha caducado.',
  revoked: 'Este código está cerrado.',
  full: 'Todas las plazas están ocupadas.',
  notYet: (when) => `Comienzo: ${when}.`,
  lost: 'Sin conexión. Puede que los números no estén al día.',
};
