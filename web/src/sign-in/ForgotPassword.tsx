import { useState } from 'react';
import { Link } from 'wouter';
import { paths } from '../routes.ts';
import styles from '../ui/layout.module.css';

export function ForgotPassword({ sendsMail }: { sendsMail: boolean }) {
  const [isOpen, setOpen] = useState(false);
  if (sendsMail) {
    return (
      <p className={styles.aside}>
        <Link href={paths.forgotPassword}>Forgot password?</Link>
      </p>
    );
  }
  return (
    <div className={styles.aside}>
      <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        Forgot password?
      </button>
      <p role="status">{isOpen && 'This Foyer sends no mail. Ask the people who run it for help.'}</p>
    </div>
  );
}
