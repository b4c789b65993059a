import { type FormEvent, useId, useState } from 'react';
import type { Problem } from '../api/problem.ts';
import type { Bootstrap } from '../api/session.ts';
import { type GuestChats, signInApi } from '../api/sign-in.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useSession } from '../session/context.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { EmailField } from '../ui/EmailField.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { useSubmit } from '../ui/hooks/use-submit.ts';
import { PasswordField } from '../ui/PasswordField.tsx';
import { ForgotPassword } from './ForgotPassword.tsx';
import { ProviderButtons } from './providers/ProviderButtons.tsx';
import { nameOf } from './providers/provider-name.ts';
import { useOAuth } from './providers/use-oauth.ts';

type Props = {
  bootstrap: Bootstrap;
  givenEmail?: string;
  /** For a guest: what happens to their chats. Nothing is sent before they have chosen. */
  guestChats?: GuestChats | null | undefined;
};

export function CredentialsForm({ bootstrap, givenEmail = '', guestChats }: Props) {
  const session = useSession();
  const loggingIn = useSubmit();
  const { leave, chosen, leavingFor } = useOAuth(loggingIn);
  const [email, setEmail] = useState(givenEmail);
  const [password, setPassword] = useState('');
  const refusedId = useId();
  const isUndecided = guestChats === null;
  const chats = guestChats ? { guestChats } : {};
  // A guest who brings the chats along stays the same person.
  const isJoining = guestChats === 'move';

  async function logIn(event: FormEvent) {
    event.preventDefault();
    if (isUndecided) return;
    if (!email.trim()) return loggingIn.refuse('EMAIL_MISSING');
    if (!password) return loggingIn.refuse('PASSWORD_MISSING');
    await loggingIn.run(
      () => signInApi.logIn({ email: email.trim(), password, ...chats }),
      (answer) => goOn(answer.problem?.code),
    );
  }

  async function continueWith(provider: string) {
    const answer = await leave({ purpose: isJoining ? 'join' : 'log-in', provider }, () =>
      signInApi.startOAuth({ provider, ...chats }),
    );
    if (answer?.problem) await goOn(answer.problem.code);
  }

  async function goOn(refusal: string | undefined) {
    if (!refusal)
      await (isJoining ? session.sessionChanged('same', { flash: 'join' }) : session.sessionChanged('in'));
    else if (refusal === 'ALREADY_SIGNED_IN') await session.sessionChanged('in');
  }

  const { problem } = loggingIn;
  const isWrong = (...codes: Problem['code'][]) =>
    problem !== null && [...codes, 'INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL'].includes(problem.code);
  const field = {
    disabled: isUndecided,
    'aria-describedby': problem ? refusedId : undefined,
  };
  return (
    <>
      <Form problem={problem} onSubmit={logIn}>
        {problem && (
          <ErrorMessage id={refusedId} secondsLeft={loggingIn.secondsLeft}>
            {errorText(problem.code, nameOf(bootstrap, chosen))}
          </ErrorMessage>
        )}
        <EmailField
          {...field}
          error={isWrong('EMAIL_MISSING')}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordField
          {...field}
          error={isWrong('PASSWORD_MISSING')}
          size="md"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ActionButton
          type="submit"
          size="md"
          loading={loggingIn.isRunning && leavingFor === null}
          disabled={isUndecided}
          mustWait={loggingIn.mustWait || leavingFor !== null}
        >
          {t.common.login}
        </ActionButton>
        {guestChats === undefined && <ForgotPassword sendsMail={bootstrap.sendsMail} />}
      </Form>
      <ProviderButtons
        providers={bootstrap.providers}
        leavingFor={leavingFor}
        disabled={isUndecided}
        mustWait={loggingIn.mustWait}
        onChoose={(provider) => void continueWith(provider)}
      />
    </>
  );
}
