import { type FormEvent, useState } from 'react';
import { emailApi, type TypedMailCode } from '../../api/email.ts';
import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { useSession } from '../../session/context.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { Form } from '../../ui/Form.tsx';
import { EmailField } from '../../ui/fields/EmailField.tsx';
import { fieldOf } from '../../ui/fields/field-of.ts';
import { MailCodeField } from '../../ui/fields/MailCodeField.tsx';
import { useSubmit } from '../../ui/hooks/use-submit.ts';
import { Resend } from './Resend.tsx';

type Props = {
  /** The address of the letter; undefined when the person types it. */
  email?: string | undefined;
  isSignedIn: boolean;
  onDone?: () => void;
  /** The code is right, but a login has to come first. */
  onLoginNeeded?: (typed: TypedMailCode) => void;
  /** Whether another letter can be sent; `soon`: the first one was sent a moment ago. */
  resend?: 'now' | 'soon' | 'never';
};

/** For people in whose mail the link does not work: the code in the letter, and another letter. */
export function ConfirmByCode({ email, isSignedIn, onDone, onLoginNeeded, resend = 'now' }: Props) {
  const session = useSession();
  const confirming = useSubmit();
  const [typedEmail, setTypedEmail] = useState('');
  const [code, setCode] = useState('');
  const address = email ?? typedEmail.trim();
  const { problem } = confirming;
  const text = problem && errorText(problem.code);
  const wrong = fieldOf(problem);
  const isOfField = wrong === 'email' ? email === undefined : wrong !== null;

  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (!address) return confirming.refuse('EMAIL_MISSING');
    if (!code.trim()) return confirming.refuse('MAIL_CODE_MISSING');
    const typed = { email: address, code };
    await confirming.run(
      () => emailApi.verify(typed),
      async ({ problem }) => {
        if (problem?.code === 'NOT_SIGNED_IN') return onLoginNeeded?.(typed);
        if (problem) return;
        onDone?.();
        await session.sessionChanged(isSignedIn ? 'same' : 'in');
      },
    );
  }

  return (
    <>
      <Form problem={problem} onSubmit={confirm}>
        {text && !isOfField && <ErrorMessage secondsLeft={confirming.secondsLeft}>{text}</ErrorMessage>}
        {email === undefined && (
          <EmailField
            value={typedEmail}
            error={wrong === 'email' && text}
            onChange={(event) => setTypedEmail(event.currentTarget.value)}
          />
        )}
        <MailCodeField value={code} error={wrong === 'mailCode' && text} onChange={setCode} />
        <ActionButton type="submit" loading={confirming.isRunning} mustWait={confirming.mustWait}>
          {t.email.byCode.button}
        </ActionButton>
      </Form>
      {resend !== 'never' && <Resend email={address} wasJustSent={resend === 'soon'} />}
    </>
  );
}
