import { useCallback } from 'react';
import { operatorsApi } from '../api/operators.ts';
import { ActTable } from '../audit/ActTable.tsx';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';

/**
 * What operators did to a code.
 *
 * @param version another one means that there is more history
 */
export function History({ id, version }: { id: string; version: string }) {
  const ask = useCallback(() => {
    void version;
    return operatorsApi.audit({ on: 'code', id, limit: 20 });
  }, [id, version]);
  const { value } = useLoad(ask);
  if (!value || value.entries.length === 0) return null;
  return (
    <Panel title={t.code.history} isTable>
      <ActTable label={t.code.history} entries={value.entries} isOfOne />
    </Panel>
  );
}
