import { errorText } from '../messages/errors.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import styles from './mail.module.css';
import { useResend } from './use-resend.ts';

/** Sends the mail once more, and says when that is possible again. */
export function Resend({ email, wasJustSent }: { email?: string; wasJustSent: boolean }) {
  const { resend, isSent, isSending, problem, secondsLeft } = useResend(email, wasJustSent);
  return (
    <div className={styles.resend}>
      {problem && <ErrorMessage>{errorText(problem.code)}</ErrorMessage>}
      <ActionButton
        size="md"
        variant="default"
        loading={isSending}
        mustWait={secondsLeft > 0}
        onClick={() => void resend()}
      >
        Resend
      </ActionButton>
      {secondsLeft > 0 && (
        <p role="timer" className={styles.wait}>
          You can ask for another mail in {secondsLeft} s.
        </p>
      )}
      <p role="status" className={styles.wait}>
        {isSent && 'Another mail is under way.'}
      </p>
    </div>
  );
}
