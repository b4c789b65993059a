import '../ui/dialog/dialog.css.ts';
import { useCallback } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { Bootstrap, Person } from '../api/session.ts';
import { LoadFailedPage } from '../page/LoadFailedPage.tsx';
import { LoadingPage } from '../page/LoadingPage.tsx';
import { codesApi } from './api/codes.ts';
import { operatorsApi } from './api/operators.ts';
import { AuditPage } from './audit/AuditPage.tsx';
import { BatchesPage } from './batches/BatchesPage.tsx';
import { BatchPage } from './batches/BatchPage.tsx';
import { CodePage } from './code/CodePage.tsx';
import { CodesPage } from './codes/CodesPage.tsx';
import { ConfirmPage } from './confirm/ConfirmPage.tsx';
import { WithConfirm } from './confirm/WithConfirm.tsx';
import { Frame } from './frame/Frame.tsx';
import { NotOperator } from './frame/NotOperator.tsx';
import { HouseProvider } from './house.ts';
import { ImportPage } from './import/ImportPage.tsx';
import { LoadError } from './lists/LoadError.tsx';
import { useLoad } from './lists/use-load.ts';
import { MakePage } from './make/MakePage.tsx';
import { useConsoleTexts } from './messages/show-texts.ts';
import { setZone } from './messages/zoned.ts';
import { consolePageAt, consolePaths, type ConsolePage as Place } from './paths.ts';
import { PeoplePage } from './people/PeoplePage.tsx';
import { SettingsPage } from './settings/SettingsPage.tsx';
import { UsePage } from './use/UsePage.tsx';

/** The console of operators. Visitors, guests and members never load it. */
export default function ConsolePage({ bootstrap }: { bootstrap: Bootstrap }) {
  const texts = useConsoleTexts();
  if (texts.state === 'failed') return <LoadFailedPage again={texts.again} />;
  if (texts.state === 'loading') return <LoadingPage />;
  return bootstrap.person && <Console person={bootstrap.person} />;
}

function Console({ person }: { person: Person }) {
  const [path] = useLocation();
  const load = useCallback(loadHouse, []);
  const { value: house, problem, reload } = useLoad(load);
  const email = person.email ?? '';
  if (problem?.code === 'NOT_AN_OPERATOR') return <NotOperator email={email} />;
  if (problem?.code === 'SIGN_IN_AGAIN') return <ConfirmPage email={email} onConfirmed={reload} />;
  if (!house)
    return problem ? (
      <Frame person={person}>
        <LoadError problem={problem} again={reload} />
      </Frame>
    ) : (
      <LoadingPage />
    );
  const page = consolePageAt(path);
  if (!page) return <Redirect to={consolePaths.codes} replace />;
  return (
    <HouseProvider value={house}>
      <WithConfirm hasTwoFactor={house.me.twoFactor} email={email}>
        <Frame person={person}>
          <CurrentPage page={page} />
        </Frame>
      </WithConfirm>
    </HouseProvider>
  );
}

/** Who asks, and what forms and dates need. */
async function loadHouse() {
  const [me, options] = await Promise.all([operatorsApi.me(), codesApi.options()]);
  const problem = me.problem ?? options.problem;
  if (problem || !me.value || !options.value) return { problem: problem ?? broken };
  setZone(options.value.timeZone);
  return { value: { me: me.value, options: options.value } };
}

const broken = { code: 'BROKEN', message: '', retryAfterSeconds: 0 } as const;

function CurrentPage({ page }: { page: Place }) {
  switch (page.name) {
    case 'codes':
      return <CodesPage />;
    case 'code':
      return <CodePage key={page.id} id={page.id} />;
    case 'make':
      return <MakePage />;
    case 'import':
      return <ImportPage />;
    case 'batches':
      return <BatchesPage />;
    case 'batch':
      return <BatchPage key={page.id} id={page.id} />;
    case 'people':
      return <PeoplePage />;
    case 'use':
      return <UsePage />;
    case 'settings':
      return <SettingsPage />;
    case 'audit':
      return <AuditPage />;
  }
}
