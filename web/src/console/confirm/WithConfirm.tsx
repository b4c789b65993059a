import { type ReactNode, useCallback, useState } from 'react';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import * as t from '../messages/texts.ts';
import { ConfirmForm } from './ConfirmForm.tsx';
import { ConfirmProvider } from './context.ts';

type Question = { settle: (isConfirmed: boolean) => void };

type Props = { hasTwoFactor: boolean; email: string; children: ReactNode };

/** Lets every part of the console ask for the password again. */
export function WithConfirm({ hasTwoFactor, email, children }: Props) {
  const [question, setQuestion] = useState<Question | null>(null);

  const confirm = useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        setQuestion({
          settle: (isConfirmed) => {
            setQuestion(null);
            resolve(isConfirmed);
          },
        });
      }),
    [],
  );

  return (
    <ConfirmProvider value={confirm}>
      {children}
      {/* Mounted last: it lies above the dialog that asks for it. */}
      {question && (
        <Dialog title={t.frame.confirm.title} onClose={() => question.settle(false)}>
          <ConfirmForm hasTwoFactor={hasTwoFactor} email={email} settle={question.settle} />
        </Dialog>
      )}
    </ConfirmProvider>
  );
}
