import { Link } from 'wouter';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { saveAs } from '../../ui/hooks/save-as.ts';
import { Icon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { codesApi, type Made } from '../api/codes.ts';
import { printCards } from '../codes/print-cards.ts';
import { useAct } from '../confirm/use-act.ts';
import { Stack } from '../frame/layout.tsx';
import { Title } from '../frame/Title.tsx';
import { useHouse } from '../house.ts';
import { problemText } from '../lists/problem-text.ts';
import * as t from '../messages/texts.ts';
import { CodeText } from '../parts/CodeText.tsx';
import { CopyText } from '../parts/CopyText.tsx';
import { Panel } from '../parts/Panel.tsx';
import { consolePaths } from '../paths.ts';
import styles from './make.module.css';

/** So many codes are named; a batch may have thousands. */
const shownCodes = 30;

/** The codes are there: print them, copy them, or show one to a room. */
export function MadeCodes({ made: { batch, codes }, onAgain }: { made: Made; onAgain: () => void }) {
  const { isPublic } = useHouse().options;
  const printing = useAct();
  const saving = useAct();
  const text = t.make.done;
  const selection = { filter: { batch } };
  const [first] = codes;
  const problem = printing.problem ?? saving.problem;

  async function saveCsv() {
    const done = await saving.run(() => codesApi.export({ selection, format: 'csv' }));
    if (done) saveAs('codes.csv', done.value, 'text/csv');
  }

  return (
    <>
      <Title title={text.title(codes.length)} />
      <div className={styles.ready}>
        <ActionButton
          loading={printing.isRunning}
          onClick={() => void printCards(printing, selection, 'sheets')}
        >
          {text.print}
        </ActionButton>
        {first && codes.length === 1 && (
          <LinkButton href={consolePaths.room(first.id)} variant="default">
            <Icon name="monitor" />
            {text.room}
          </LinkButton>
        )}
        <ActionButton variant="default" loading={saving.isRunning} onClick={() => void saveCsv()}>
          {text.csv}
        </ActionButton>
        <CopyText text={codes.map(({ link }) => link).join('\n')} label={text.copy(codes.length)} />
        <LinkButton href={consolePaths.batch(batch)} variant="default">
          {text.batch}
        </LinkButton>
        <Button variant="subtle" onClick={onAgain}>
          {text.again}
        </Button>
      </div>
      <Stack>
        {problem && <ErrorMessage>{problemText(problem)}</ErrorMessage>}
        {!isPublic && <Notice ground="warn">{t.make.preview.private}</Notice>}
        <Panel>
          <ul className={styles.codes}>
            {codes.slice(0, shownCodes).map(({ id, code }) => (
              <li key={id}>
                <Link href={consolePaths.code(id)}>
                  <CodeText code={code} />
                </Link>
              </li>
            ))}
            {codes.length > shownCodes && <li>{text.more(codes.length - shownCodes)}</li>}
          </ul>
        </Panel>
      </Stack>
    </>
  );
}
