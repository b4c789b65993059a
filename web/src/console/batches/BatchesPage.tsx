import { useCallback } from 'react';
import { Link } from 'wouter';
import { Bones } from '../../ui/parts/Bones.tsx';
import { codesApi } from '../api/codes.ts';
import { Stack } from '../frame/layout.tsx';
import { Title } from '../frame/Title.tsx';
import { LoadError } from '../lists/LoadError.tsx';
import { Pager } from '../lists/Pager.tsx';
import { Table } from '../lists/Table.tsx';
import { useAddress } from '../lists/use-address.ts';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { consolePaths } from '../paths.ts';

/** What was made or imported together. */
export function BatchesPage() {
  const { get } = useAddress();
  const after = get('after');
  const ask = useCallback(() => codesApi.batches({ limit: 50, ...(after && { after }) }), [after]);
  const { value, problem, reload } = useLoad(ask);
  const text = t.batches.columns;
  return (
    <>
      <Title title={t.batches.title} text={t.batches.text} />
      <Stack>
        {problem && <LoadError problem={problem} again={reload} />}
        {!value && !problem && (
          <Panel>
            <Bones count={6} />
          </Panel>
        )}
        {value?.batches.length === 0 && <Panel>{t.batches.empty}</Panel>}
        {value && value.batches.length > 0 && (
          <Panel isTable>
            <Table
              label={t.batches.title}
              rows={value.batches}
              keyOf={({ id }) => id}
              columns={[
                {
                  name: text.batch,
                  cell: ({ id, label, createdAt }) => (
                    <Link href={consolePaths.batch(id)}>
                      {label ?? t.batches.unnamed(t.zoned.moment(createdAt))}
                    </Link>
                  ),
                },
                { name: text.codes, cell: ({ codes }) => t.format.number(codes), kind: 'number' },
                { name: text.made, cell: ({ createdAt }) => t.zoned.moment(createdAt), kind: 'number' },
                {
                  name: text.by,
                  cell: ({ createdBy }) => t.code.facts.makers[createdBy] ?? createdBy,
                  kind: 'dim',
                },
              ]}
            />
          </Panel>
        )}
      </Stack>
      <Pager next={value?.next ?? null} />
    </>
  );
}
