import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { codesApi } from '../api/codes.ts';
import { useAct } from '../confirm/use-act.ts';
import { useHouse } from '../house.ts';
import { FilterDay, Find } from '../lists/FilterBar.tsx';
import { problemText } from '../lists/problem-text.ts';
import { useAddress } from '../lists/use-address.ts';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { type Option, Select } from '../parts/Select.tsx';
import styles from './codes.module.css';
import { type FilterName, filterNames, sorts } from './filter.ts';

const many = () => codesApi.batches({ limit: 200 });
const days = ['createdFrom', 'createdUntil', 'endsFrom', 'endsUntil'] as const;
const rare: FilterName[] = ['label', 'assistant', ...days];

/** Which codes are listed. Everything that is set stands in the address. */
export function Filters() {
  const { assistants, labels } = useHouse().options;
  const { get, set } = useAddress();
  const { value: batches } = useLoad(many);
  const [isOpen, setOpen] = useState(() => rare.some((name) => get(name)));
  const text = t.codes.filters;
  const put = (name: string, value: string) => set({ [name]: value, after: '' });
  const [sought, setSought] = useState('');
  const finding = useAct();

  // The text of a code stays out of the address, which servers log.
  async function find(text: string) {
    // Without an answer it may be one: then nothing is put there.
    const found = text === '' ? { value: { id: null } } : await finding.run(() => codesApi.find(text));
    if (!found) return;
    const { id } = found.value;
    setSought(text);
    set({ code: id ?? '', search: id === null ? text : '', after: '' });
  }

  const kinds: Option[] = [
    { value: '', text: text.everyKind },
    { value: 'login', text: t.frame.kinds.login },
    { value: 'registration', text: t.frame.kinds.registration },
  ];
  const batchOptions: Option[] = [
    { value: '', text: text.everyBatch },
    ...(batches?.batches ?? []).map(({ id, label, createdAt }) => ({
      value: id,
      text: label ?? t.batches.unnamed(t.zoned.shortDay(createdAt)),
    })),
  ];
  const kind = (
    <Select label={text.kind} value={get('kind')} options={kinds} onChange={(value) => put('kind', value)} />
  );
  const batch = (
    <Select
      label={text.batch}
      value={get('batch')}
      options={withValue(batchOptions, get('batch'))}
      onChange={(value) => put('batch', value)}
    />
  );

  return (
    <search>
      <div className={styles.filters}>
        <Find
          label={t.codes.find}
          hint={t.codes.findHint}
          value={get('code') ? sought : get('search')}
          onFind={(text) => void find(text)}
        />
        <Select
          label={text.state}
          value={get('state')}
          options={[
            { value: '', text: text.everyState },
            ...(['open', 'notYet', 'usedUp', 'ended', 'revoked'] as const).map((value) => ({
              value,
              text: t.frame.states[value],
            })),
          ]}
          onChange={(value) => put('state', value)}
        />
        <div className={styles.wide}>{kind}</div>
        <div className={styles.wide}>{batch}</div>
        <Button variant="default" size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t.frame.fewerFilters : t.frame.moreFilters}
        </Button>
        {isOpen && (
          <div className={styles.more}>
            <div className={styles.narrow}>{kind}</div>
            <div className={styles.narrow}>{batch}</div>
            <Select
              label={text.label}
              value={get('label')}
              options={withValue(
                [
                  { value: '', text: text.everyLabel },
                  ...[...new Set(labels)].map((label) => ({ value: label, text: label })),
                ],
                get('label'),
              )}
              onChange={(value) => put('label', value)}
            />
            <Select
              label={text.assistant}
              value={get('assistant')}
              options={withValue(
                [
                  { value: '', text: text.everyAssistant },
                  ...assistants.map(({ id, name }) => ({ value: id, text: name })),
                ],
                get('assistant'),
              )}
              onChange={(value) => put('assistant', value)}
            />
            {days.map((name) => (
              <FilterDay
                key={name}
                label={text[name]}
                value={get(name)}
                onChange={(value) => put(name, value)}
              />
            ))}
            <Select
              label={text.sort}
              value={get('sort') || 'newest'}
              options={sorts.map((value) => ({ value, text: text[value] }))}
              onChange={(value) => put('sort', value === 'newest' ? '' : value)}
            />
          </div>
        )}
        {finding.problem && (
          <div className={styles.problem}>
            <ErrorMessage>{problemText(finding.problem)}</ErrorMessage>
          </div>
        )}
        {filterNames.some((name) => get(name)) && (
          <Button
            variant="subtle"
            size="xs"
            className={styles.clear}
            onClick={() => set(Object.fromEntries([...filterNames, 'after'].map((name) => [name, ''])))}
          >
            {t.frame.clearFilters}
          </Button>
        )}
      </div>
    </search>
  );
}

/** An address may name what is in no list. */
function withValue(options: Option[], value: string): Option[] {
  return options.some((option) => option.value === value) ? options : [...options, { value, text: value }];
}
