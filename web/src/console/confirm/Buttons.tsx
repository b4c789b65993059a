import { common } from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { DialogActions } from '../../ui/layout.tsx';
import { problemText } from '../lists/problem-text.ts';
import type { Act } from './use-act.ts';

type Props = {
  act: Act;
  label: string;
  isDanger?: boolean;
  /** Without it, the button sends its form. */
  onAct?: () => void;
  onCancel: () => void;
};

/** The foot of a dialog: what went wrong, the act, and the way out. The focus begins on the way out of a danger. */
export function Buttons({ act, label, isDanger = false, onAct, onCancel }: Props) {
  return (
    <>
      {act.problem && <ErrorMessage secondsLeft={act.secondsLeft}>{problemText(act.problem)}</ErrorMessage>}
      <DialogActions>
        <ActionButton
          type={onAct ? 'button' : 'submit'}
          variant={isDanger ? 'danger' : 'filled'}
          loading={act.isRunning}
          mustWait={act.secondsLeft > 0}
          {...(onAct && { onClick: onAct })}
        >
          {label}
        </ActionButton>
        <Button variant="default" data-autofocus={isDanger || undefined} onClick={onCancel}>
          {common.cancel}
        </Button>
      </DialogActions>
    </>
  );
}
