import { useCallback } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { saveAs } from '../../ui/hooks/save-as.ts';
import { Bones } from '../../ui/parts/Bones.tsx';
import { type UseQuery, useApi } from '../api/use.ts';
import { useAct } from '../confirm/use-act.ts';
import { Stack } from '../frame/layout.tsx';
import { Title } from '../frame/Title.tsx';
import { useHouse } from '../house.ts';
import { FilterBar, FilterDay } from '../lists/FilterBar.tsx';
import { LoadError } from '../lists/LoadError.tsx';
import { problemText } from '../lists/problem-text.ts';
import { useAddress } from '../lists/use-address.ts';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { Select } from '../parts/Select.tsx';
import { addDays, dayOf, startOfDay } from '../time/zoned-days.ts';
import { UseCharts } from './UseCharts.tsx';
import { UseTable } from './UseTable.tsx';

const groups = ['day', 'label', 'batch', 'assistant'] as const;
const usualDays = 29;

/** What codes brought, counted without people. */
export function UsePage() {
  const { timeZone, labels, assistants } = useHouse().options;
  const { get, set } = useAddress();
  const saving = useAct();
  const today = dayOf(Date.now(), timeZone);
  const until = startOfDay(get('until'), timeZone) === null ? today : get('until');
  const from = startOfDay(get('from'), timeZone) === null ? addDays(until, -usualDays) : get('from');
  const by = groups.find((group) => group === get('by')) ?? 'day';
  const query: UseQuery = {
    from: from > until ? until : from,
    until,
    by,
    ...(get('batch') && { batch: get('batch') }),
    ...(get('label') && { label: get('label') }),
    ...(get('assistant') && { assistant: get('assistant') }),
  };
  const key = JSON.stringify(query);
  const ask = useCallback(() => useApi.get(JSON.parse(key)), [key]);
  const { value: use, problem, reload } = useLoad(ask);
  const text = t.use;

  async function save() {
    const done = await saving.run(() => useApi.csv(query));
    if (done) saveAs('use.csv', done.value, 'text/csv');
  }

  return (
    <>
      <Title title={text.title} text={text.text}>
        <ActionButton variant="default" size="xs" loading={saving.isRunning} onClick={() => void save()}>
          {t.frame.downloadCsv}
        </ActionButton>
      </Title>
      <FilterBar>
        <Select
          label={text.by}
          value={by}
          options={[
            { value: 'day', text: text.byDay },
            { value: 'label', text: text.byLabel },
            { value: 'batch', text: text.byBatch },
            { value: 'assistant', text: text.byAssistant },
          ]}
          onChange={(value) => set({ by: value === 'day' ? '' : value })}
        />
        <Select
          label={t.codes.filters.label}
          value={get('label')}
          options={[
            { value: '', text: t.codes.filters.everyLabel },
            ...[...new Set([...labels, ...(get('label') ? [get('label')] : [])])].map((label) => ({
              value: label,
              text: label,
            })),
          ]}
          onChange={(label) => set({ label })}
        />
        <Select
          label={t.codes.filters.assistant}
          value={get('assistant')}
          options={[
            { value: '', text: t.codes.filters.everyAssistant },
            ...assistants.map(({ id, name }) => ({ value: id, text: name })),
          ]}
          onChange={(assistant) => set({ assistant })}
        />
        <FilterDay label={text.from} value={from} onChange={(value) => set({ from: value })} />
        <FilterDay label={text.until} value={until} onChange={(value) => set({ until: value })} />
      </FilterBar>
      <Stack>
        {get('batch') && (
          <p>
            {text.onlyBatch}{' '}
            <button type="button" className="text-button" onClick={() => set({ batch: '' })}>
              {t.frame.clearFilters}
            </button>
          </p>
        )}
        {saving.problem && <ErrorMessage>{problemText(saving.problem)}</ErrorMessage>}
        {problem && <LoadError problem={problem} again={reload} />}
        {!use && !problem && (
          <Panel>
            <Bones count={6} />
          </Panel>
        )}
        {use && use.rows.length === 0 && <Panel>{text.nothing}</Panel>}
        {use && use.rows.length > 0 && by === 'day' && <UseCharts use={use} today={today} />}
        {use && use.rows.length > 0 && <UseTable use={use} by={by} />}
      </Stack>
    </>
  );
}
