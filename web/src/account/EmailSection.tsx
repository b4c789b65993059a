import { TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { type Account, accountApi } from '../api/account.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useMemberSubmit } from '../session/use-member-submit.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
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
  const errorId = useId();
  const { problem } = changing;

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
      {mailedTo && <Notice>{t.account.email.mailSent(mailedTo)}</Notice>}
      {sendsMail ? (
        <Form problem={problem} onSubmit={change}>
          {problem && (
            <ErrorMessage id={errorId} secondsLeft={changing.secondsLeft}>
              {errorText(problem.code)}
            </ErrorMessage>
          )}
          <TextInput
            label={t.account.email.label}
            type="email"
            size="md"
            autoComplete="email"
            spellCheck={false}
            value={next}
            error={problem?.code === 'INVALID_EMAIL' || problem?.code === 'EMAIL_MISSING'}
            aria-describedby={problem ? errorId : undefined}
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
