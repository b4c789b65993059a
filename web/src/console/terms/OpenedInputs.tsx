import { languageNames, languages } from '@foyer/policy';
import { TextField } from '../../ui/fields/TextField.tsx';
import { useHouse } from '../house.ts';
import * as t from '../messages/texts.ts';
import { SelectField } from '../parts/Select.tsx';
import { isWrong } from './number.ts';
import { fieldsFor, type OpenedFields } from './opened.ts';

type Props = {
  kind: 'login' | 'registration';
  fields: OpenedFields;
  /** Mistakes are told after the first try. */
  showsProblems: boolean;
  onChange: (fields: OpenedFields) => void;
};

/** The fields of what a code opens. */
export function OpenedInputs({ kind, fields, showsProblems, onChange }: Props) {
  const { assistants } = useHouse().options;
  const text = t.make;
  const labels = {
    messagesPerPerson: [text.messagesPerPerson, text.noLimit],
    messagesPerDay: [text.messagesPerDay, text.noLimit],
    minutesPerPerson: [text.minutes, text.minutesHint],
    peopleAtOnce: [text.atOnce, text.atOnceHint],
    tokenBudget: [text.budget, text.noLimit],
  } as const;
  const put = (name: keyof OpenedFields, value: string) => onChange({ ...fields, [name]: value });
  const known = assistants.some(({ id }) => id === fields.assistant) || !fields.assistant;
  return (
    <>
      <SelectField
        label={text.assistant}
        value={fields.assistant}
        options={[
          { value: '', text: text.defaultAssistant },
          ...assistants.map(({ id, name }) => ({ value: id, text: name })),
          ...(known ? [] : [{ value: fields.assistant, text: fields.assistant }]),
        ]}
        onChange={(value) => put('assistant', value)}
      />
      <SelectField
        label={text.language}
        value={fields.language}
        options={[
          { value: '', text: text.anyLanguage },
          ...languages.map((language) => ({ value: language, text: languageNames[language] })),
          ...(fields.language && !languages.some((language) => language === fields.language)
            ? [{ value: fields.language, text: fields.language }]
            : []),
        ]}
        onChange={(value) => put('language', value)}
      />
      {fieldsFor(kind).map((name) => (
        <TextField
          key={name}
          label={labels[name][0]}
          hint={labels[name][1]}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          value={fields[name]}
          error={showsProblems && isWrong(fields[name]) && text.problems.number}
          onChange={(event) => put(name, event.currentTarget.value)}
        />
      ))}
    </>
  );
}
