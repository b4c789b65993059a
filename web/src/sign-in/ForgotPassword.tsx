import { useState } from 'react';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import { Button, LinkButton } from '../ui/Button.tsx';
import styles from '../ui/layout.module.css';
import { Notice } from '../ui/Notice.tsx';

type Props = { sendsMail: boolean; canRegister: boolean };

/** The ways on for a person who cannot log in. */
export function ForgotPassword({ sendsMail, canRegister }: Props) {
  const [isOpen, setOpen] = useState(false);
  const quiet = { variant: 'subtle', size: 'xs' } as const;
  return (
    <>
      <div className={styles.between}>
        {sendsMail ? (
          <LinkButton {...quiet} href={paths.forgotPassword}>
            {t.signIn.login.forgotPassword}
          </LinkButton>
        ) : (
          <Button {...quiet} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t.signIn.login.forgotPassword}
          </Button>
        )}
        {canRegister && (
          <LinkButton {...quiet} href={paths.register}>
            {t.common.register}
          </LinkButton>
        )}
      </div>
      {isOpen && <Notice>{t.signIn.login.forgotWithoutMail}</Notice>}
    </>
  );
}
