import { errorText } from '../../messages/error-text.ts';
import * as t from '../../messages/texts.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import styles from './mail.module.css';
import { useResend } from './use-resend.ts';

export function Resend({ email, wasJustSent }: { email?: string; wasJustSent: boolean }) {
  const { resend, isSent, isSending, problem, secondsLeft } = useResend(email, wasJustSent);
  return (
    <div className={styles.resend}>
      {problem && <ErrorMessage>{errorText(problem.code)}</ErrorMessage>}
      <ActionButton
        variant="default"
        loading={isSending}
        mustWait={secondsLeft > 0}
        onClick={() => void resend()}
      >
        {t.email.resend}
      </ActionButton>
      {secondsLeft > 0 && (
        <p role="timer" className={styles.wait}>
          {t.email.resendIn(secondsLeft)}
        </p>
      )}
      <p role="status" className={styles.wait}>
        {isSent && t.email.sentAgain}
      </p>
    </div>
  );
}
