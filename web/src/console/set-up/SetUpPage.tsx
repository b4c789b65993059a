import { useCallback } from 'react';
import { common } from '../../messages/texts.ts';
import { LoadFailedPage } from '../../page/LoadFailedPage.tsx';
import { LoadingPage } from '../../page/LoadingPage.tsx';
import { Page } from '../../page/Page.tsx';
import { paths } from '../../routes.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Lead } from '../../ui/layout.tsx';
import { operatorsApi } from '../api/operators.ts';
import { LoadError } from '../lists/LoadError.tsx';
import { useLoad } from '../lists/use-load.ts';
import { useConsoleTexts } from '../messages/show-texts.ts';
import * as t from '../messages/texts.ts';
import { SetUpForm } from './SetUpForm.tsx';

/** The link that makes an operator. */
export default function SetUpPage({ token }: { token: string | null }) {
  const texts = useConsoleTexts();
  if (texts.state === 'failed') return <LoadFailedPage again={texts.again} />;
  if (texts.state === 'loading') return <LoadingPage />;
  return token ? <SetUp token={token} /> : <Useless state="invalid" />;
}

function SetUp({ token }: { token: string }) {
  const ask = useCallback(() => operatorsApi.look(token), [token]);
  const { value: link, problem, reload } = useLoad(ask);
  if (problem?.code === 'LINK_INVALID') return <Useless state="invalid" />;
  if (problem)
    return (
      <Page title={t.setUp.title}>
        <LoadError problem={problem} again={reload} />
      </Page>
    );
  if (!link) return <LoadingPage />;
  if (link.state !== 'valid') return <Useless state={link.state} />;
  return <SetUpForm token={token} givenEmail={link.email} reload={reload} />;
}

/** The link does not work, or not any more. */
function Useless({ state }: { state: 'used' | 'ended' | 'invalid' }) {
  const { title, text } = t.setUp[state];
  return (
    <Page title={title}>
      <Lead>{text}</Lead>
      <LinkButton href={paths.login}>{common.login}</LinkButton>
    </Page>
  );
}
