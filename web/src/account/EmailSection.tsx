import { type FormEvent, useState } from 'react';
import { type Account, accountApi } from '../api/account.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useMemberSubmit } from '../session/use-member-submit.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { EmailField } from '../ui/fields/EmailField.tsx';
import { fieldOf } from '../ui/fields/field-of.ts';
import { Aside } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './account.module.css';
import type { Confirmation } from './confirm/use-confirmation.ts';

type Props = { account: Account; sendsMail: boolean; withConfirmation: Confirmation['withConfirmation'] };

/** The address changes when the link in the email to the new address is opened: without mail it cannot change. */
export function EmailSection({ account: { email, isVerified }, sendsMail, withConfirmation }: Props) {
  const changing = useMemberSubmit();
  const [next, setNext] = useState('');
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const { problem } = changing;
  const text = problem && errorText(problem.code);
  const isOfField = fieldOf(problem) === 'email';

  async function change(event: FormEvent) {
    event.preventDefault();
    const wanted = next.trim();
    // Pressed again after success: the notice is still there.
    if (!wanted && mailedTo) return;
    if (!wanted) return changing.refuse('EMAIL_MISSING');
    const answer = await changing.run(() =>
      withConfirmation((password) =>
        accountApi.changeEmail({ email: wanted, ...(password && { password }) }),
      ),
    );
    if (!answer || answer.problem) return;
    setMailedTo(wanted);
    setNext('');
  }

  return (
    <Section title={t.common.email}>
      <p className={styles.value}>
        {email}
        {sendsMail && !isVerified && <span className={styles.quiet}>{t.account.email.notConfirmed}</span>}
      </p>
      {mailedTo && <Notice ground="good">{t.account.email.mailSent(mailedTo)}</Notice>}
      {sendsMail ? (
        <Form problem={problem} onSubmit={change}>
          {text && !isOfField && <ErrorMessage secondsLeft={changing.secondsLeft}>{text}</ErrorMessage>}
          <EmailField
            label={t.account.email.label}
            autoComplete="email"
            value={next}
            error={isOfField && text}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <ActionButton
            type="submit"
            variant="default"
            loading={changing.isRunning}
            mustWait={changing.mustWait}
          >
            {t.account.email.button}
          </ActionButton>
        </Form>
      ) : (
        <Aside>{t.account.email.withoutMail}</Aside>
      )}
    </Section>
  );
}
