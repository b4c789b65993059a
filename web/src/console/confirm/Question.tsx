import type { ReactNode } from 'react';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { DialogBody } from '../../ui/layout.tsx';
import type { Answer } from '../api/problem.ts';
import { Buttons } from './Buttons.tsx';
import { useAct } from './use-act.ts';

type Props<T> = {
  title: string;
  text: string;
  button: string;
  isDanger?: boolean;
  act: () => Promise<Answer<T>>;
  onClose: () => void;
  onDone: (value: T) => void;
  children?: ReactNode;
};

/** Asks before an act, and does it. */
export function Question<T>({
  title,
  text,
  button,
  isDanger = false,
  act,
  onClose,
  onDone,
  children,
}: Props<T>) {
  const acting = useAct();

  async function run() {
    const done = await acting.run(act);
    if (!done) return;
    onClose();
    onDone(done.value);
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <DialogBody>
        <p>{text}</p>
        {children}
        <Buttons
          act={acting}
          label={button}
          isDanger={isDanger}
          onAct={() => void run()}
          onCancel={onClose}
        />
      </DialogBody>
    </Dialog>
  );
}
