import { TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { isWaitForRoom } from '../api/problem.ts';
import { codeErrorText } from '../messages/code-error-text.ts';
import * as t from '../messages/texts.ts';
import { useSession } from '../session/context.ts';
import { enterAsGuest, hasEntered } from '../session/enter.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { codeInput } from '../ui/fields/code-input.ts';
import { useSubmit } from '../ui/hooks/use-submit.ts';

type Props = { typed: string; canRegister: boolean; takesFocus: boolean };

export function InvitationCodeForm({ typed, canRegister, takesFocus }: Props) {
  const session = useSession();
  const entering = useSubmit();
  const [code, setCode] = useState(typed);
  const field = useRef<HTMLInputElement>(null);
  const errorId = useId();

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
  return (
    <Form problem={problem} onSubmit={enter}>
      {problem && (
        <ErrorMessage id={errorId} secondsLeft={entering.secondsLeft}>
          {isWrongKind ? t.wrongKind.login : codeErrorText(problem.code, code)}{' '}
          {isWrongKind && canRegister && (
            <button
              type="button"
              className="text-button"
              onClick={() => session.carry({ code, state: 'registration', page: 'register' })}
            >
              {t.signIn.login.registerWithCode}
            </button>
          )}
        </ErrorMessage>
      )}
      <TextInput
        {...codeInput}
        ref={field}
        label={t.common.invitationCode}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={problem?.code.startsWith('INVITATION_CODE')}
        aria-describedby={problem ? errorId : undefined}
      />
      <ActionButton
        type="submit"
        size="md"
        variant="light"
        loading={entering.isRunning}
        mustWait={entering.mustWait}
      >
        {t.common.startChatting}
      </ActionButton>
    </Form>
  );
}
