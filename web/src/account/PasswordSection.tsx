import { type FormEvent, useId, useState } from 'react';
import { type Account, accountApi } from '../api/account.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useMemberSubmit } from '../session/use-member-submit.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { PasswordField } from '../ui/fields/PasswordField.tsx';
import { Aside } from '../ui/layout.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Section } from '../ui/Section.tsx';
import type { Confirmation } from './confirm/use-confirmation.ts';

type Props = {
  account: Account;
  withConfirmation: Confirmation['withConfirmation'];
  onChanged: () => void;
};

export function PasswordSection({ account: { email, hasPassword }, withConfirmation, onChanged }: Props) {
  const changing = useMemberSubmit();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isChanged, setChanged] = useState(false);
  const errorId = useId();
  const { problem } = changing;

  async function change(event: FormEvent) {
    event.preventDefault();
    setChanged(false);
    if (hasPassword && !current) return changing.refuse('CURRENT_PASSWORD_MISSING');
    if (!next) return changing.refuse('NEW_PASSWORD_MISSING');
    const answer = await changing.run(() =>
      hasPassword
        ? accountApi.changePassword({ currentPassword: current, newPassword: next })
        : withConfirmation(() => accountApi.changePassword({ newPassword: next })),
    );
    if (!answer || answer.problem) return;
    setCurrent('');
    setNext('');
    setChanged(true);
    onChanged();
  }

  const describedBy = problem ? errorId : undefined;
  return (
    <Section title={t.common.password}>
      {!hasPassword && <Aside>{t.account.password.none}</Aside>}
      {isChanged && <Notice>{t.account.password.done}</Notice>}
      <Form problem={problem} onSubmit={change}>
        {problem && (
          <ErrorMessage id={errorId} secondsLeft={changing.secondsLeft}>
            {errorText(problem.code)}
          </ErrorMessage>
        )}
        {/* A password manager needs to know whose password this is. */}
        <input hidden autoComplete="username" value={email} readOnly />
        {hasPassword && (
          <PasswordField
            label={t.account.password.current}
            size="md"
            autoComplete="current-password"
            value={current}
            error={problem?.code === 'WRONG_PASSWORD' || problem?.code === 'CURRENT_PASSWORD_MISSING'}
            aria-describedby={describedBy}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        <PasswordField
          label={t.common.newPassword}
          size="md"
          autoComplete="new-password"
          description={t.common.passwordHint}
          value={next}
          error={problem?.code === 'NEW_PASSWORD_MISSING' || problem?.code.startsWith('PASSWORD')}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <ActionButton
          type="submit"
          variant="default"
          loading={changing.isRunning}
          mustWait={changing.mustWait}
        >
          {hasPassword ? t.account.password.button : t.common.setPassword}
        </ActionButton>
      </Form>
    </Section>
  );
}
