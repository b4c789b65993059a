import { type FormEvent, useState } from 'react';
import { Link, Redirect, useSearch } from 'wouter';
import type { Problem } from '../../api/problem.ts';
import type { Bootstrap } from '../../api/session.ts';
import { signInApi } from '../../api/sign-in.ts';
import { codeErrorText } from '../../messages/code-error-text.ts';
import * as t from '../../messages/texts.ts';
import { Page } from '../../page/Page.tsx';
import { paths } from '../../routes.ts';
import type { OAuthError } from '../../session/address/oauth-error.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { CodeField } from '../../ui/fields/CodeField.tsx';
import { fieldOf } from '../../ui/fields/field-of.ts';
import { useSubmit } from '../../ui/hooks/use-submit.ts';
import { Aside, Lead } from '../../ui/layout.tsx';
import { rich } from '../../ui/rich.ts';
import { OAuthErrorMessage } from '../providers/OAuthErrorMessage.tsx';
import { nameOf } from '../providers/provider-name.ts';
import { useOAuth } from '../providers/use-oauth.ts';
import { RegistrationClosedPage } from './RegistrationClosedPage.tsx';

/** For a login by a provider that has no account here: creating one takes a code. */
export default function OneMoreStepPage({
  bootstrap,
  oauthError,
}: {
  bootstrap: Bootstrap;
  oauthError: OAuthError | null;
}) {
  const provider = new URLSearchParams(useSearch()).get('provider') ?? '';
  const name = nameOf(bootstrap, provider);
  const [before] = useState<Problem | null>(oauthError && { code: oauthError.refusal, retryAfterSeconds: 0 });
  const continuing = useSubmit(before);
  const { leave, leavingFor } = useOAuth(continuing);
  const [code, setCode] = useState('');

  if (bootstrap.settings.registration === 'disabled') {
    return (
      <RegistrationClosedPage notice={<OAuthErrorMessage oauthError={oauthError} bootstrap={bootstrap} />} />
    );
  }
  if (!name) return <Redirect to={paths.login} replace />;

  function goOn(event: FormEvent) {
    event.preventDefault();
    if (!code.trim()) return continuing.refuse('INVITATION_CODE_REQUIRED');
    void leave({ purpose: 'log-in', provider }, () =>
      signInApi.startOAuth({ provider, invitationCode: code }),
    );
  }

  const { problem } = continuing;
  const isWrongKind = problem?.code === 'INVITATION_CODE_WRONG_KIND';
  const text = problem && (isWrongKind ? t.wrongKind.registration : codeErrorText(problem.code, code, name));
  const isOfField = fieldOf(problem) === 'code';
  return (
    <Page title={t.oauth.oneMoreStep.title} isLong>
      <Lead>{t.oauth.oneMoreStep.text(name)}</Lead>
      <Form problem={problem} onSubmit={goOn}>
        {text && !isOfField && <ErrorMessage secondsLeft={continuing.secondsLeft}>{text}</ErrorMessage>}
        <CodeField
          label={t.common.registrationCode}
          value={code}
          onChange={setCode}
          error={isOfField && text}
        />
        <ActionButton type="submit" loading={leavingFor !== null} mustWait={continuing.mustWait}>
          {t.oauth.oneMoreStep.continue}
        </ActionButton>
      </Form>
      <Aside>
        {rich(t.oauth.oneMoreStep.haveAccount(name, (text) => <Link href={paths.login}>{text}</Link>))}
      </Aside>
    </Page>
  );
}
