import { format } from '../../../messages/current-format.ts';
import type { ConsoleTexts } from '../texts.ts';

export const room: ConsoleTexts['room'] = {
  title: 'Karibu ndani',
  step: 'Changanua, au fungua',
  stepRegister: 'Changanua ili kufungua akaunti, au fungua',
  enter: 'na uandike msimbo',
  in: (peopleIn, places, bold) => [
    'Walio ndani: ',
    bold(format.number(peopleIn)),
    ` kati ya ${format.number(places)}`,
  ],
  left: (ms, bold) => {
    const minutes = Math.ceil(ms / 60_000);
    const hours = Math.floor(minutes / 60);
    if (minutes < 120) return ['Muda uliobaki: ', bold(format.duration(minutes * 60_000))];
    if (hours < 48) return ['Muda uliobaki: ', bold(format.duration(hours * 3_600_000))];
    return ['Muda uliobaki: ', bold(format.duration(Math.floor(hours / 24) * 86_400_000))];
  },
  announcement: (peopleIn, places, left) => {
    const people = format.plural(peopleIn, {
      one: 'Mtu mmoja yuko ndani',
      other: `Watu ${format.number(peopleIn)} wako ndani`,
    });
    const free = format.plural(left, {
      one: 'Nafasi moja imebaki.',
      other: `Nafasi ${format.number(left)} zimebaki.`,
    });
    return `${people}, kati ya ${format.number(places)}. ${free}`;
  },
  ended: 'Muda wa msimbo huu umeisha.',
  revoked: 'Msimbo huu umefungwa.',
  full: 'Nafasi zote zimejaa.',
  notYet: (when) => `Itafunguliwa ${when}.`,
  lost: 'Hakuna mtandao. Huenda nambari hizi ni za zamani.',
};
