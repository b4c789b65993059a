import { type FormEvent, useId, useState } from 'react';
import { type Access, api, type GuestChats, type Problem } from '../api/client.ts';
import { sentenceOf } from '../messages/errors.ts';
import { useVisit } from '../session/context.ts';
import { ActButton } from '../ui/ActionButton.tsx';
import { EmailField } from '../ui/EmailField.tsx';
import { Refused } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import { useAct } from '../ui/use-submit.ts';
import { ForgotPassword } from './ForgotPassword.tsx';
import { ProviderButtons } from './providers/ProviderButtons.tsx';
import { nameOf } from './providers/provider-name.ts';
import { useProvider } from './providers/use-oauth.ts';

type Props = {
  access: Access;
  givenEmail?: string;
  /** For a guest: what becomes of their chats. Nothing is sent before they have chosen. */
  guestChats?: GuestChats | null | undefined;
};

/** Login by e-mail and password, or through a provider. */
export function CredentialsForm({ access, givenEmail = '', guestChats }: Props) {
  const visit = useVisit();
  const loggingIn = useAct();
  const { leave, chosen, leavingBy } = useProvider(loggingIn);
  const [email, setEmail] = useState(givenEmail);
  const [password, setPassword] = useState('');
  const refusedId = useId();
  const isUndecided = guestChats === null;
  const chats = guestChats ? { guestChats } : {};
  // With their chats the guest goes on as the same person.
  const isJoining = guestChats === 'move';

  async function logIn(event: FormEvent) {
    event.preventDefault();
    if (isUndecided) return;
    if (!email.trim()) return loggingIn.refuse('EMAIL_MISSING');
    if (!password) return loggingIn.refuse('PASSWORD_MISSING');
    await loggingIn.run(
      () => api.login({ email: email.trim(), password, ...chats }),
      (answer) => goOn(answer.problem?.code),
    );
  }

  async function leaveBy(provider: string) {
    const answer = await leave({ purpose: isJoining ? 'join' : 'log-in', provider }, () =>
      api.loginBy({ provider, ...chats }),
    );
    if (answer?.problem) await goOn(answer.problem.code);
  }

  async function goOn(refusal: string | undefined) {
    if (!refusal)
      await (isJoining ? visit.sessionChanged('same', { of: 'join' }) : visit.sessionChanged('in'));
    else if (refusal === 'ALREADY_SIGNED_IN') await visit.sessionChanged('in');
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
          <Refused id={refusedId} secondsLeft={loggingIn.secondsLeft}>
            {sentenceOf(problem.code, nameOf(access, chosen))}
          </Refused>
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
        <ActButton
          type="submit"
          size="md"
          loading={loggingIn.isRunning && leavingBy === null}
          disabled={isUndecided}
          mustWait={loggingIn.mustWait || leavingBy !== null}
        >
          Login
        </ActButton>
        {guestChats === undefined && <ForgotPassword sendsMail={access.sendsMail} />}
      </Form>
      <ProviderButtons
        providers={access.providers}
        leavingBy={leavingBy}
        disabled={isUndecided}
        mustWait={loggingIn.mustWait}
        onChoose={(provider) => void leaveBy(provider)}
      />
    </>
  );
}
