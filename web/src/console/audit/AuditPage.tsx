import { useCallback } from 'react';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { saveAs } from '../../ui/hooks/save-as.ts';
import { Bones } from '../../ui/parts/Bones.tsx';
import { type AuditQuery, operatorsApi } from '../api/operators.ts';
import { useAct } from '../confirm/use-act.ts';
import { Title } from '../frame/Title.tsx';
import { useHouse } from '../house.ts';
import { FilterBar, FilterDay } from '../lists/FilterBar.tsx';
import { LoadError } from '../lists/LoadError.tsx';
import { Pager } from '../lists/Pager.tsx';
import { problemText } from '../lists/problem-text.ts';
import { useAddress } from '../lists/use-address.ts';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { Select } from '../parts/Select.tsx';
import { endOfDay, startOfDay } from '../time/zoned-days.ts';
import { ActTable } from './ActTable.tsx';

/** What operators, tokens and commands did. */
export function AuditPage() {
  const { timeZone } = useHouse().options;
  const { get, set } = useAddress();
  const saving = useAct();
  const key = JSON.stringify(queryOf(get, timeZone));
  const after = get('after');
  const ask = useCallback(
    () => operatorsApi.audit({ ...JSON.parse(key), limit: 50, ...(after && { after }) }),
    [key, after],
  );
  const { value, problem, reload } = useLoad(ask);
  const put = (name: string, value: string) => set({ [name]: value, after: '' });
  const text = t.audit;

  async function save() {
    const done = await saving.run(() => operatorsApi.auditAsCsv(JSON.parse(key)));
    if (done) saveAs('audit.csv', done.value, 'text/csv');
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
          value={get('by')}
          options={[
            { value: '', text: text.everybody },
            { value: 'operator', text: text.operators },
            { value: 'token', text: text.tokens },
            { value: 'command', text: text.commands },
          ]}
          onChange={(value) => put('by', value)}
        />
        <Select
          label={text.act}
          value={get('act')}
          options={[
            { value: '', text: text.everyAct },
            ...Object.entries(text.acts).map(([value, name]) => ({ value, text: name })),
          ]}
          onChange={(value) => put('act', value)}
        />
        <FilterDay label={text.days.from} value={get('from')} onChange={(value) => put('from', value)} />
        <FilterDay label={text.days.until} value={get('until')} onChange={(value) => put('until', value)} />
      </FilterBar>
      {saving.problem && <ErrorMessage>{problemText(saving.problem)}</ErrorMessage>}
      {problem && <LoadError problem={problem} again={reload} />}
      {!value && !problem && (
        <Panel>
          <Bones count={6} />
        </Panel>
      )}
      {value && (
        <Panel isTable>
          {value.entries.length > 0 ? (
            <ActTable label={text.title} entries={value.entries} />
          ) : (
            <Panel>{text.empty}</Panel>
          )}
        </Panel>
      )}
      <Pager next={value?.next ?? null} />
    </>
  );
}

function queryOf(get: (name: string) => string, timeZone: string): AuditQuery {
  const from = startOfDay(get('from'), timeZone);
  const to = endOfDay(get('until'), timeZone);
  return {
    ...(get('by') && { by: get('by') }),
    ...(get('act') && { act: get('act') }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}
