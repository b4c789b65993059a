import { useCallback, useState } from 'react';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Bones } from '../../ui/parts/Bones.tsx';
import { codesApi } from '../api/codes.ts';
import { useConfirm } from '../confirm/context.ts';
import { Title } from '../frame/Title.tsx';
import { Warnings } from '../frame/Warnings.tsx';
import { useHouse } from '../house.ts';
import { LoadError } from '../lists/LoadError.tsx';
import { Pager } from '../lists/Pager.tsx';
import { useAddress } from '../lists/use-address.ts';
import { useLoad } from '../lists/use-load.ts';
import * as t from '../messages/texts.ts';
import { Panel } from '../parts/Panel.tsx';
import { consolePaths } from '../paths.ts';
import { CodeTable } from './CodeTable.tsx';
import styles from './codes.module.css';
import { Filters } from './Filters.tsx';
import { filterNames, filterOf, sortOf } from './filter.ts';
import { loadCodes } from './load-codes.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { type Chosen, countOf, noneChosen } from './selection.ts';

/** All codes: found, chosen, and changed many at once. */
export function CodesPage() {
  const { timeZone } = useHouse().options;
  const confirm = useConfirm();
  const { get, set } = useAddress();
  const filterKey = JSON.stringify(filterOf(get, timeZone));
  const [sort, after] = [sortOf(get), get('after')];

  const ask = useCallback(
    () => loadCodes({ ...JSON.parse(filterKey), sort, ...(after && { after }) }),
    [filterKey, sort, after],
  );
  const askSums = useCallback(() => codesApi.sums(JSON.parse(filterKey)), [filterKey]);
  const { value: page, problem, isLoading, reload } = useLoad(ask);
  const { value: sums, reload: reloadSums } = useLoad(askSums);

  const [chosen, setChosen] = useState<Chosen>(noneChosen);
  const [chosenIn, setChosenIn] = useState(filterKey);
  if (chosenIn !== filterKey) {
    // Other codes are listed: what was chosen among the former ones is forgotten.
    setChosenIn(filterKey);
    setChosen(noneChosen);
  }

  const isFiltered = filterKey !== '{}';
  const hasNone = sums?.codes === 0 && !isFiltered;
  const isHidden = page?.codes.some(({ code }) => code === null) ?? false;
  const reloadAll = () => Promise.all([reload(), reloadSums()]);

  async function showCodes() {
    if (await confirm()) await reload();
  }

  return (
    <>
      <Warnings />
      <Title
        title={t.codes.title}
        text={sums && !hasNone ? t.codes.sums(sums.codes, sums.open, sums.remaining) : '\u00a0'}
      >
        <LinkButton href={consolePaths.import} variant="default" size="xs">
          {t.codes.import}
        </LinkButton>
        <LinkButton href={consolePaths.make} size="xs">
          <Icon name="plus" />
          {t.codes.make}
        </LinkButton>
      </Title>
      {!hasNone && <Filters />}
      {isHidden && (
        <Notice>
          {[
            `${t.codes.hidden} `,
            <button key="show" type="button" className="text-button" onClick={() => void showCodes()}>
              {t.codes.showCodes}
            </button>,
          ]}
        </Notice>
      )}
      {problem && <LoadError problem={problem} again={reloadAll} />}
      {!page && !problem && (
        <Panel>
          <Bones count={6} />
        </Panel>
      )}
      {page && page.codes.length > 0 && (
        <div className={isLoading ? styles.old : undefined} aria-busy={isLoading}>
          <Panel isTable>
            <CodeTable codes={page.codes} chosen={chosen} onChoose={setChosen} />
          </Panel>
        </div>
      )}
      {page && page.codes.length === 0 && !isLoading && (
        <Panel>
          <div className={styles.empty}>
            {isFiltered || after ? (
              <>
                <p>{t.frame.nothingFound}</p>
                <Button
                  variant="subtle"
                  size="xs"
                  onClick={() => set(Object.fromEntries([...filterNames, 'after'].map((name) => [name, ''])))}
                >
                  {t.frame.clearFilters}
                </Button>
              </>
            ) : (
              <>
                <h2>{t.codes.empty.title}</h2>
                <p>{t.codes.empty.text}</p>
              </>
            )}
          </div>
        </Panel>
      )}
      <Pager next={page?.next ?? null} />
      {countOf(chosen) > 0 && (
        <SelectionBar
          chosen={chosen}
          filter={JSON.parse(filterKey)}
          matching={sums?.codes ?? null}
          onChoose={setChosen}
          onChanged={reloadAll}
        />
      )}
    </>
  );
}
