import { TextField } from '../../ui/fields/TextField.tsx';
import type { Setting } from '../api/settings.ts';
import * as t from '../messages/texts.ts';
import { SelectField } from '../parts/Select.tsx';
import styles from './settings.module.css';

type Props = {
  setting: Setting;
  /** What is not saved yet; null for the default. */
  change: string | null | undefined;
  /** Undefined: the value that is in force stays. */
  onChange: (value: string | null | undefined) => void;
};

/** One setting: a field where it can be changed here, else its value and why not. */
export function SettingField({ setting, change, onChange }: Props) {
  const { name, about, problem, isLocked, isChangeable, from } = setting;
  const label = t.settings.names[name] ?? name;
  return (
    <div className={styles.one}>
      {isChangeable && !isLocked ? (
        <Input label={label} setting={setting} change={change} onChange={onChange} />
      ) : (
        <>
          <b>{label}</b>
          <p className={styles.value}>{shownValue(setting)}</p>
          {isChangeable && isLocked && <p className={styles.about}>{t.settings.locked}</p>}
        </>
      )}
      <p className={styles.about}>
        {about} <span className={styles.name}>{name}</span>
      </p>
      {problem && <p className={styles.wrong}>{t.settings.ignored(problem)}</p>}
      {isChangeable && !isLocked && from === 'stored' && change !== null && (
        <button type="button" className="text-button" onClick={() => onChange(null)}>
          {t.settings.takeBack}
          <span className="visually-hidden">{` ${label}`}</span>
        </button>
      )}
    </div>
  );
}

function Input({ label, setting, change, onChange }: Props & { label: string }) {
  const { value, choices, isSecret, isSet, form } = setting;
  const current = value ?? '';
  const put = (next: string) => onChange(next === current && !isSecret ? undefined : next);
  if (choices)
    return (
      <SelectField
        label={label}
        value={change === null ? (setting.default ?? '') : (change ?? current)}
        options={optionsOf(choices, current)}
        onChange={put}
      />
    );
  if (isSecret)
    return (
      <TextField
        label={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={1000}
        placeholder={isSet ? t.settings.isSet : t.settings.notSet}
        hint={t.settings.secretHint}
        value={change ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
    );
  return (
    <TextField
      label={label}
      autoComplete="off"
      maxLength={1000}
      hint={asSentence(form)}
      value={change === null ? (setting.default ?? '') : (change ?? current)}
      onChange={(event) => put(event.currentTarget.value)}
    />
  );
}

function optionsOf(choices: string[], current: string) {
  const all = choices.includes(current) ? choices : [current, ...choices];
  return all.map((value) => ({ value, text: wordOf(value) }));
}

function shownValue({ value, isSecret, isSet }: Setting): string {
  if (isSecret) return isSet ? t.settings.isSet : t.settings.notSet;
  return value === null || value === '' ? t.settings.notSet : wordOf(value);
}

/** The server says it as a part of a sentence. */
const asSentence = (text: string) => text && `${text[0]?.toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;

const wordOf = (value: string) => t.settings.values[value] ?? (value || t.settings.notSet);
