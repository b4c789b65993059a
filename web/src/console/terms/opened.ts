import { isWrong, numberOf } from './number.ts';

/** What a code opens, as it stands in the fields of a form. */
export type OpenedFields = {
  assistant: string;
  language: string;
  messagesPerPerson: string;
  messagesPerDay: string;
  minutesPerPerson: string;
  peopleAtOnce: string;
  tokenBudget: string;
};

export const nothingOpened: OpenedFields = {
  assistant: '',
  language: '',
  messagesPerPerson: '',
  messagesPerDay: '',
  minutesPerPerson: '',
  peopleAtOnce: '',
  tokenBudget: '',
};

export const numberFields = [
  'messagesPerPerson',
  'messagesPerDay',
  'minutesPerPerson',
  'peopleAtOnce',
  'tokenBudget',
] as const;

export type NumberField = (typeof numberFields)[number];

/** Terms that only guests have. */
const ofGuests: NumberField[] = ['minutesPerPerson', 'peopleAtOnce'];

export const fieldsFor = (kind: 'login' | 'registration'): NumberField[] =>
  numberFields.filter((name) => kind === 'login' || !ofGuests.includes(name));

/** As the API takes them. Null: no limit, or the default. */
export function openedOf(fields: OpenedFields, kind: 'login' | 'registration') {
  const number = (name: NumberField) => (fieldsFor(kind).includes(name) ? numberOf(fields[name]) : null);
  return {
    assistant: fields.assistant || null,
    language: fields.language || null,
    messagesPerPerson: number('messagesPerPerson'),
    messagesPerDay: number('messagesPerDay'),
    minutesPerPerson: number('minutesPerPerson'),
    peopleAtOnce: number('peopleAtOnce'),
    tokenBudget: number('tokenBudget'),
  };
}

export type Opened = ReturnType<typeof openedOf>;

export function fieldsOf(opened: Opened): OpenedFields {
  const text = (value: number | null) => (value === null ? '' : String(value));
  return {
    assistant: opened.assistant ?? '',
    language: opened.language ?? '',
    messagesPerPerson: text(opened.messagesPerPerson),
    messagesPerDay: text(opened.messagesPerDay),
    minutesPerPerson: text(opened.minutesPerPerson),
    peopleAtOnce: text(opened.peopleAtOnce),
    tokenBudget: text(opened.tokenBudget),
  };
}

export function hasWrongNumber(fields: OpenedFields, kind: 'login' | 'registration'): boolean {
  return fieldsFor(kind).some((name) => isWrong(fields[name]));
}
