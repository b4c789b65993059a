import { TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { sentenceOf, wrongKind } from '../messages/errors.ts';
import { useVisit } from '../session/context.ts';
import { enterAsGuest, isIn } from '../session/enter.ts';
import { ActButton } from '../ui/ActionButton.tsx';
import { codeInput } from '../ui/code-input.ts';
import { Refused } from '../ui/ErrorMessage.tsx';
import { Form } from '../ui/Form.tsx';
import { useAct } from '../ui/use-submit.ts';

type Props = { typed: string; canRegister: boolean; takesFocus: boolean };

export function InvitationCodeForm({ typed, canRegister, takesFocus }: Props) {
  const visit = useVisit();
  const entering = useAct();
  const [code, setCode] = useState(typed);
  const field = useRef<HTMLInputElement>(null);
  const refusedId = useId();

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  async function enter(event: FormEvent) {
    event.preventDefault();
    if (!code.trim()) return entering.refuse('INVITATION_CODE_REQUIRED');
    await entering.run(
      () => enterAsGuest({ code }),
      (answer) => isIn(answer) && visit.sessionChanged('in'),
    );
  }

  const { problem } = entering;
  const isWrongKind = problem?.code === 'INVITATION_CODE_WRONG_KIND';
  return (
    <Form problem={problem} onSubmit={enter}>
      {problem && (
        <Refused id={refusedId} secondsLeft={entering.secondsLeft}>
          {isWrongKind ? wrongKind.login : sentenceOf(problem.code)}{' '}
          {isWrongKind && canRegister && (
            <button
              type="button"
              className="text-button"
              onClick={() => visit.carry({ code, state: 'registration', page: 'register' })}
            >
              Register with it
            </button>
          )}
        </Refused>
      )}
      <TextInput
        {...codeInput}
        ref={field}
        label="Invitation code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={problem?.code.startsWith('INVITATION_CODE')}
        aria-describedby={problem ? refusedId : undefined}
      />
      <ActButton
        type="submit"
        size="md"
        variant="light"
        loading={entering.isRunning}
        mustWait={entering.mustWait}
      >
        Start chatting
      </ActButton>
    </Form>
  );
}
