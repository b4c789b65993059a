import { TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { Link, Redirect, useSearch } from 'wouter';
import { type Access, api, type Problem } from '../../api/client.ts';
import { sentenceOf, wrongKind } from '../../messages/errors.ts';
import { Frame } from '../../page/Page.tsx';
import type { Setback } from '../../session/address/oauth-error.ts';
import { ActButton } from '../../ui/ActionButton.tsx';
import { codeInput } from '../../ui/code-input.ts';
import { Refused } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import styles from '../../ui/layout.module.css';
import { useAct } from '../../ui/use-submit.ts';
import { RegistrationClosedPage } from '../register/RegistrationClosedPage.tsx';
import { SetbackNotice } from './OAuthErrorMessage.tsx';
import { nameOf } from './provider-name.ts';
import { useProvider } from './use-oauth.ts';

/** Somebody whom a provider knows and we do not: creating their account takes a code. */
export default function OneMoreStepPage({ access, setback }: { access: Access; setback: Setback | null }) {
  const provider = new URLSearchParams(useSearch()).get('provider') ?? '';
  const name = nameOf(access, provider);
  const [before] = useState<Problem | null>(setback && { code: setback.refusal, retryAfterSeconds: 0 });
  const continuing = useAct(before);
  const { leave, leavingBy } = useProvider(continuing);
  const [code, setCode] = useState('');
  const refusedId = useId();

  if (access.settings.registration === 'disabled') {
    return <RegistrationClosedPage notice={<SetbackNotice setback={setback} access={access} />} />;
  }
  if (!name) return <Redirect to="/login" replace />;

  function goOn(event: FormEvent) {
    event.preventDefault();
    if (!code.trim()) return continuing.refuse('INVITATION_CODE_REQUIRED');
    void leave({ purpose: 'log-in', provider }, () => api.loginBy({ provider, invitationCode: code }));
  }

  const { problem } = continuing;
  const isWrongKind = problem?.code === 'INVITATION_CODE_WRONG_KIND';
  return (
    <Frame title="One more step">
      <p className={styles.lead}>
        There is no account here yet for your login at {name}. To create it you need a registration code, this
        once. You are then sent to {name} again.
      </p>
      <Form problem={problem} onSubmit={goOn}>
        {problem && (
          <Refused id={refusedId} secondsLeft={continuing.secondsLeft}>
            {isWrongKind ? wrongKind.registration : sentenceOf(problem.code, name)}
          </Refused>
        )}
        <TextInput
          {...codeInput}
          label="Registration code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={problem?.code.startsWith('INVITATION_CODE')}
          aria-describedby={problem ? refusedId : undefined}
        />
        <ActButton type="submit" size="md" loading={leavingBy !== null} mustWait={continuing.mustWait}>
          Continue
        </ActButton>
      </Form>
      <p className={styles.aside}>
        You have an account already? <Link href="/login">Back to Login</Link>: log in as you did before, then
        link {name} on your account page. Without a code nothing is kept of this.
      </p>
    </Frame>
  );
}
