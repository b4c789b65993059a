import { type FormEvent, useState } from 'react';
import { Link } from 'wouter';
import { emailApi } from '../api/email.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { Page } from '../page/Page.tsx';
import { paths } from '../routes.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { EmailField } from '../ui/fields/EmailField.tsx';
import { fieldOf } from '../ui/fields/field-of.ts';
import { useSubmit } from '../ui/hooks/use-submit.ts';
import { Aside, Lead } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { rich } from '../ui/rich.ts';

/** Only the owner of the address learns whether it has an account. */
export default function ForgotPasswordPage() {
  const asking = useSubmit();
  const [email, setEmail] = useState('');
  const [isAsked, setAsked] = useState(false);

  async function ask(event: FormEvent) {
    event.preventDefault();
    setAsked(false);
    if (!email.trim()) return asking.refuse('EMAIL_MISSING');
    const answer = await asking.run(() => emailApi.requestPasswordReset(email.trim()));
    if (answer && !answer.problem) setAsked(true);
  }

  const { problem } = asking;
  const text = problem && errorText(problem.code);
  const isOfField = fieldOf(problem) === 'email';
  return (
    <Page title={t.resetPassword.request.title}>
      <Lead>{t.resetPassword.request.text}</Lead>
      <Form problem={problem} onSubmit={ask}>
        {text && !isOfField && <ErrorMessage secondsLeft={asking.secondsLeft}>{text}</ErrorMessage>}
        {isAsked && (
          <Notice>
            {t.resetPassword.request.sent}{' '}
            <Link href={paths.resetPassword}>{t.resetPassword.request.enterCode}</Link>
          </Notice>
        )}
        <EmailField
          value={email}
          error={isOfField && text}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ActionButton type="submit" loading={asking.isRunning} mustWait={asking.mustWait}>
          {t.resetPassword.request.button}
        </ActionButton>
      </Form>
      <Aside>
        {rich(t.resetPassword.request.remembered((text) => <Link href={paths.login}>{text}</Link>))}
      </Aside>
    </Page>
  );
}
