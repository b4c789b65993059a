import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { emailApi } from '../api/email.ts';
import type { Bootstrap } from '../api/session.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { InvalidLinkPage } from '../page/InvalidLinkPage.tsx';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import { useSession } from '../session/context.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { EmailField } from '../ui/fields/EmailField.tsx';
import { fieldOf } from '../ui/fields/field-of.ts';
import { MailCodeField } from '../ui/fields/MailCodeField.tsx';
import { PasswordField } from '../ui/fields/PasswordField.tsx';
import { useSubmit } from '../ui/hooks/use-submit.ts';
import { Aside, Lead } from '../ui/layout.tsx';
import { rich } from '../ui/rich.ts';
import { PasswordSetForGuestPage } from './PasswordSetForGuestPage.tsx';

type Props = { token: string | null; bootstrap: Bootstrap };

export default function ResetPasswordPage({ token, bootstrap }: Props) {
  const session = useSession();
  const [, go] = useLocation();
  const setting = useSubmit();
  const [password, setPassword] = useState('');
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [isLinkInvalid, setLinkInvalid] = useState(false);
  const [isSetForGuest, setSetForGuest] = useState(false);
  const { problem } = setting;
  const text = problem && errorText(problem.code);
  const wrong = fieldOf(problem);

  if (isSetForGuest) return <PasswordSetForGuestPage person={bootstrap.person} />;
  /** Null: the code in the letter is typed instead. */
  const link = token && !isLinkInvalid ? { token } : null;
  if (!link && !bootstrap.sendsMail) {
    return (
      <InvalidLinkPage>
        {t.resetPassword.set.newLinkWithoutMail}{' '}
        {rich(t.resetPassword.set.knowPassword((text) => <Link href={paths.login}>{text}</Link>))}
      </InvalidLinkPage>
    );
  }

  async function set(event: FormEvent) {
    event.preventDefault();
    if (!link && !email.trim()) return setting.refuse('EMAIL_MISSING');
    if (!link && !code.trim()) return setting.refuse('MAIL_CODE_MISSING');
    if (!password) return setting.refuse('NEW_PASSWORD_MISSING');
    await setting.run(
      () => emailApi.resetPassword(link ?? { email: email.trim(), code }, password),
      async ({ problem, value }) => {
        if (problem?.code === 'LINK_INVALID') setLinkInvalid(true);
        if (problem) return;
        if (!value.user) return setSetForGuest(true);
        await session.sessionChanged('in');
        go(paths.newChat, { replace: true });
      },
    );
  }

  const isOfField = wrong === 'password' || (!link && (wrong === 'email' || wrong === 'mailCode'));
  return (
    <Page isLong title={isLinkInvalid ? t.pages.invalidLink.title : t.resetPassword.set.title}>
      {!link && <Lead>{t.resetPassword.set.byCode}</Lead>}
      <Lead>{bootstrap.person?.isGuest ? t.resetPassword.set.textForGuest : t.resetPassword.set.text}</Lead>
      <Form problem={problem} onSubmit={set}>
        {text && !isOfField && <ErrorMessage secondsLeft={setting.secondsLeft}>{text}</ErrorMessage>}
        {!link && (
          <>
            <EmailField
              value={email}
              error={wrong === 'email' && text}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <MailCodeField value={code} error={wrong === 'mailCode' && text} onChange={setCode} />
          </>
        )}
        <PasswordField
          label={t.common.newPassword}
          autoComplete="new-password"
          hint={t.common.passwordHint}
          value={password}
          error={wrong === 'password' && text}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ActionButton type="submit" loading={setting.isRunning} mustWait={setting.mustWait}>
          {t.common.setPassword}
        </ActionButton>
      </Form>
      {!link && (
        <Aside>
          <Link href={paths.forgotPassword}>{t.resetPassword.set.newLetter}</Link>.{' '}
          {rich(t.resetPassword.set.knowPassword((text) => <Link href={paths.login}>{text}</Link>))}
        </Aside>
      )}
    </Page>
  );
}
