import { type FormEvent, useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { emailApi } from '../api/email.ts';
import type { Bootstrap } from '../api/session.ts';
import { errorText } from '../messages/errors.ts';
import { InvalidLinkPage } from '../page/InvalidLinkPage.tsx';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import { useSession } from '../session/context.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import styles from '../ui/layout.module.css';
import { PasswordField } from '../ui/PasswordField.tsx';
import { useSubmit } from '../ui/use-submit.ts';
import { PasswordSetForGuestPage } from './PasswordSetForGuestPage.tsx';

type Props = { token: string | null; bootstrap: Bootstrap };

/** A new password, by the link of a mail or of the operator. */
export default function ResetPasswordPage({ token, bootstrap }: Props) {
  const session = useSession();
  const [, go] = useLocation();
  const setting = useSubmit();
  const [password, setPassword] = useState('');
  const [isSetForGuest, setSetForGuest] = useState(false);
  const refusedId = useId();
  const { problem } = setting;

  if (isSetForGuest) return <PasswordSetForGuestPage person={bootstrap.person} />;
  if (!token || problem?.code === 'LINK_INVALID') {
    return (
      <InvalidLinkPage>
        {bootstrap.sendsMail ? (
          <Link href={paths.forgotPassword}>Ask for a new link</Link>
        ) : (
          'Ask the people who run this Foyer for a new one.'
        )}{' '}
        You know your password? <Link href={paths.login}>Login</Link>
      </InvalidLinkPage>
    );
  }

  async function set(event: FormEvent) {
    event.preventDefault();
    if (!token) return;
    if (!password) return setting.refuse('NEW_PASSWORD_MISSING');
    await setting.run(
      () => emailApi.resetPassword(token, password),
      async ({ problem, value }) => {
        if (problem) return;
        if (!value.user) return setSetForGuest(true);
        await session.sessionChanged('in');
        go(paths.newChat, { replace: true });
      },
    );
  }

  return (
    <Page title="Set a new password">
      <p className={styles.lead}>
        {bootstrap.person?.isGuest
          ? 'All sessions of your account end. You stay here as a guest.'
          : 'You are logged in with it at once, and logged out everywhere else.'}
      </p>
      <Form problem={problem} onSubmit={set}>
        {problem && (
          <ErrorMessage id={refusedId} secondsLeft={setting.secondsLeft}>
            {errorText(problem.code)}
          </ErrorMessage>
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
        <ActionButton type="submit" size="md" loading={setting.isRunning} mustWait={setting.mustWait}>
          Set password
        </ActionButton>
      </Form>
    </Page>
  );
}
