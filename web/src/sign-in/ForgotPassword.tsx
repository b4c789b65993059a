import { useState } from 'react';
import { Link } from 'wouter';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import styles from '../ui/layout.module.css';
import { Aside } from '../ui/layout.tsx';

export function ForgotPassword({ sendsMail }: { sendsMail: boolean }) {
  const [isOpen, setOpen] = useState(false);
  if (sendsMail) {
    return (
      <Aside>
        <Link href={paths.forgotPassword}>{t.signIn.login.forgotPassword}</Link>
      </Aside>
    );
  }
  return (
    <div className={styles.aside}>
      <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t.signIn.login.forgotPassword}
      </button>
      <p role="status">{isOpen && t.signIn.login.forgotWithoutMail}</p>
    </div>
  );
}
