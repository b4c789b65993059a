import { type FormEvent, useState } from 'react';
import { type Account, accountApi } from '../api/account.ts';
import { errorText } from '../messages/error-text.ts';
import * as t from '../messages/texts.ts';
import { useMemberSubmit } from '../session/use-member-submit.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { fieldOf } from '../ui/fields/field-of.ts';
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
  const { problem } = changing;
  const text = problem && errorText(problem.code);
  const wrong = fieldOf(problem);
  const isOfField = wrong === 'password' || wrong === 'currentPassword';

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

  return (
    <Section title={t.common.password}>
      {!hasPassword && <Aside>{t.account.password.none}</Aside>}
      {isChanged && <Notice ground="good">{t.account.password.done}</Notice>}
      <Form problem={problem} onSubmit={change}>
        {text && !isOfField && <ErrorMessage secondsLeft={changing.secondsLeft}>{text}</ErrorMessage>}
        {/* A password manager needs to know whose password this is. */}
        <input hidden autoComplete="username" value={email} readOnly />
        {hasPassword && (
          <PasswordField
            label={t.account.password.current}
            autoComplete="current-password"
            value={current}
            error={wrong === 'currentPassword' && text}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
        )}
        <PasswordField
          label={t.common.newPassword}
          autoComplete="new-password"
          hint={t.common.passwordHint}
          value={next}
          error={wrong === 'password' && text}
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
