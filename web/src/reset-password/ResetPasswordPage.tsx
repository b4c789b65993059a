import { type FormEvent, useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { type Access, api } from '../api/client.ts';
import { sentenceOf } from '../messages/errors.ts';
import { InvalidLinkPage } from '../page/InvalidLinkPage.tsx';
import { Frame } from '../page/Page.tsx';
import { useVisit } from '../session/context.ts';
import { ActButton } from '../ui/ActionButton.tsx';
import { Refused } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import styles from '../ui/layout.module.css';
import { PasswordField } from '../ui/PasswordField.tsx';
import { useAct } from '../ui/use-submit.ts';
import { GuestHasPasswordPage } from './PasswordSetForGuestPage.tsx';

type Props = { token: string | null; access: Access };

/** A new password, by the link of a mail or of the operator. */
export default function ResetPasswordPage({ token, access }: Props) {
  const visit = useVisit();
  const [, go] = useLocation();
  const setting = useAct();
  const [password, setPassword] = useState('');
  const [isSetForGuest, setSetForGuest] = useState(false);
  const refusedId = useId();
  const { problem } = setting;

  if (isSetForGuest) return <GuestHasPasswordPage person={access.person} />;
  if (!token || problem?.code === 'LINK_INVALID') {
    return (
      <InvalidLinkPage>
        {access.sendsMail ? (
          <Link href="/forgot-password">Ask for a new link</Link>
        ) : (
          'Ask the people who run this Foyer for a new one.'
        )}{' '}
        You know your password? <Link href="/login">Login</Link>
      </InvalidLinkPage>
    );
  }

  async function set(event: FormEvent) {
    event.preventDefault();
    if (!token) return;
    if (!password) return setting.refuse('NEW_PASSWORD_MISSING');
    await setting.run(
      () => api.resetPassword(token, password),
      async ({ problem, value }) => {
        if (problem) return;
        if (!value.user) return setSetForGuest(true);
        await visit.sessionChanged('in');
        go('/chat', { replace: true });
      },
    );
  }

  return (
    <Frame title="Set a new password">
      <p className={styles.lead}>
        {access.person?.isGuest
          ? 'All sessions of your account end. You stay here as a guest.'
          : 'You are logged in with it at once, and logged out everywhere else.'}
      </p>
      <Form problem={problem} onSubmit={set}>
        {problem && (
          <Refused id={refusedId} secondsLeft={setting.secondsLeft}>
            {sentenceOf(problem.code)}
          </Refused>
        )}
        <PasswordField
          label="New password"
          size="md"
          autoComplete="new-password"
          description="At least 8 characters"
          value={password}
          error={problem?.code.includes('PASSWORD')}
          aria-describedby={problem ? refusedId : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ActButton type="submit" size="md" loading={setting.isRunning} mustWait={setting.mustWait}>
          Set password
        </ActButton>
      </Form>
    </Frame>
  );
}
