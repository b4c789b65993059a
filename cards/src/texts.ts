import type { Language } from '@foyer/policy';

/** The texts of a card. `people` gets a number and its plural form. */
type CardTexts = {
  /** Before the address; the code is below it. */
  enter: string;
  register: string;
  assistant: (name: string) => string;
  people: (count: string, form: Intl.LDMLPluralRule) => string;
  until: (people: string, time: string) => string;
};

export const cardTexts: Record<Language, CardTexts> = {
  en: {
    enter: 'Scan, or enter this code at',
    register: 'To create an account, scan or enter this code at',
    assistant: (name) => `Assistant: ${name}`,
    people: (count, form) => (form === 'one' ? 'One person' : `${count} people`),
    until: (people, time) => `${people}, until ${time}`,
  },
  de: {
    enter: 'Scannen oder diesen Code eingeben auf',
    register: 'Für ein Konto scannen oder diesen Code eingeben auf',
    assistant: (name) => `Assistent: ${name}`,
    people: (count, form) => (form === 'one' ? 'Eine Person' : `${count} Personen`),
    until: (people, time) => `${people}, bis ${time}`,
  },
  fr: {
    enter: 'Scannez ou saisissez ce code sur',
    register: 'Pour créer un compte, scannez ou saisissez ce code sur',
    assistant: (name) => `Assistant\u00a0: ${name}`,
    people: (count, form) => (form === 'one' ? 'Une personne' : `${count} personnes`),
    until: (people, time) => `${people}, jusqu’au ${time}`,
  },
  es: {
    enter: 'Escanee o introduzca este código en',
    register: 'Para crear una cuenta, escanee o introduzca este código en',
    assistant: (name) => `Asistente: ${name}`,
    people: (count, form) => (form === 'one' ? 'Una persona' : `${count} personas`),
    until: (people, time) => `${people}, hasta el ${time}`,
  },
  pt: {
    enter: 'Leia o QR ou introduza este código em',
    register: 'Para criar uma conta, leia o QR ou introduza este código em',
    assistant: (name) => `Assistente: ${name}`,
    people: (count, form) => (form === 'one' ? 'Uma pessoa' : `${count} pessoas`),
    until: (people, time) => `${people}, até ${time}`,
  },
  sw: {
    enter: 'Changanua, au weka msimbo huu kwenye',
    register: 'Ili kufungua akaunti, changanua au weka msimbo huu kwenye',
    assistant: (name) => `Msaidizi: ${name}`,
    people: (count, form) => (form === 'one' ? 'Mtu mmoja' : `Watu ${count}`),
    until: (people, time) => `${people}, hadi ${time}`,
  },
  uk: {
    enter: 'Скануйте або введіть цей код на',
    register: 'Щоб створити обліковий запис, скануйте або введіть цей код на',
    assistant: (name) => `Помічник: ${name}`,
    people: (count, form) => {
      if (count === '1') return 'Одна особа';
      return form === 'one' ? `${count} особа` : form === 'few' ? `${count} особи` : `${count} осіб`;
    },
    until: (people, time) => `${people}, до ${time}`,
  },
  ar: {
    enter: 'يُرجى مسح الرمز ضوئيًا أو إدخال هذا الرمز في',
    register: 'لإنشاء حساب، يُرجى مسح الرمز ضوئيًا أو إدخال هذا الرمز في',
    assistant: (name) => `المساعد: ${name}`,
    people: (count, form) => {
      const forms = { one: 'شخص واحد', two: 'شخصان', few: `${count} أشخاص`, many: `${count} شخصًا` };
      return form in forms ? forms[form as keyof typeof forms] : `${count} شخص`;
    },
    until: (people, time) => `${people}، حتى ${time}`,
  },
};

/** How many people, and until when: a date where the code ends with the day, else also the time. */
export function peopleUntil(
  language: Language,
  { allowed, validUntil }: { allowed: number; validUntil: number },
  timeZone: string,
): string {
  // Codes and addresses have Latin digits: so have all numbers of a card.
  const tag = `${language === 'en' ? 'en-GB' : language === 'pt' ? 'pt-PT' : language}-u-nu-latn`;
  const { people, until } = cardTexts[language];
  const key = `${tag} ${allowed} ${validUntil} ${timeZone}`;
  if (known?.key === key) return known.text;
  const count = new Intl.NumberFormat(tag).format(allowed);
  const form = new Intl.PluralRules(tag).select(allowed);
  const text = until(people(count, form), timeIn(tag, validUntil, timeZone));
  known = { key, text };
  return text;
}

/** The last one: the cards of a batch say the same, and formatting takes half a millisecond. */
let known: { key: string; text: string } | null = null;

function timeIn(tag: string, time: number, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone });
  const endsWithDay = clock.format(time) === '23:59' && clock.format(time + 1) === '00:00';
  const format = new Intl.DateTimeFormat(tag, {
    dateStyle: 'long',
    ...(endsWithDay ? {} : { timeStyle: 'short' }),
    timeZone,
  });
  return format.format(time);
}
