import { type FormEvent, useEffect, useRef, useState } from 'react';
import { isWaitForRoom } from '../api/problem.ts';
import { codeErrorText } from '../messages/code-error-text.ts';
import * as t from '../messages/texts.ts';
import { useSession } from '../session/context.ts';
import { enterAsGuest, hasEntered } from '../session/enter.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { CodeField } from '../ui/fields/CodeField.tsx';
import { fieldOf } from '../ui/fields/field-of.ts';
import { useSubmit } from '../ui/hooks/use-submit.ts';
import { Words } from '../ui/Words.tsx';

type Props = { typed: string; canRegister: boolean; takesFocus: boolean };

export function InvitationCodeForm({ typed, canRegister, takesFocus }: Props) {
  const session = useSession();
  const entering = useSubmit();
  const [code, setCode] = useState(typed);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  async function enter(event: FormEvent) {
    event.preventDefault();
    if (!code.trim()) return entering.refuse('INVITATION_CODE_REQUIRED');
    await entering.run(
      () => enterAsGuest({ code }),
      (answer) => {
        if (hasEntered(answer)) return session.sessionChanged('in');
        const { problem } = answer;
        if (problem && isWaitForRoom(problem)) session.waitForRoom({ code }, problem);
      },
    );
  }

  const { problem } = entering;
  const isWrongKind = problem?.code === 'INVITATION_CODE_WRONG_KIND';
  const text = problem && (isWrongKind ? t.wrongKind.login : codeErrorText(problem.code, code));
  const isOfField = fieldOf(problem) === 'code';
  return (
    <Form problem={problem} onSubmit={enter}>
      {!isOfField && text && <ErrorMessage secondsLeft={entering.secondsLeft}>{text}</ErrorMessage>}
      <CodeField
        label={t.common.invitationCode}
        input={field}
        value={code}
        onChange={setCode}
        error={
          isOfField && (
            <>
              <Words>{text}</Words>{' '}
              {isWrongKind && canRegister && (
                <button
                  type="button"
                  className="text-button"
                  onClick={() => session.carry({ code, state: 'registration', page: 'register' })}
                >
                  {t.signIn.login.registerWithCode}
                </button>
              )}
            </>
          )
        }
      />
      <ActionButton type="submit" loading={entering.isRunning} mustWait={entering.mustWait}>
        {t.common.startChatting}
      </ActionButton>
    </Form>
  );
}
