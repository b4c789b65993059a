import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import styles from '../ui/layout.module.css';
import { Notice } from '../ui/Notice.tsx';

type Props = { sendsMail: boolean; canRegister: boolean };

/** The ways on for a person who cannot log in. */
export function ForgotPassword({ sendsMail, canRegister }: Props) {
  const [isOpen, setOpen] = useState(false);
  const quiet = { variant: 'subtle', size: 'xs' };
  return (
    <>
      <div className={styles.between}>
        {sendsMail ? (
          <Button {...quiet} component={Link} href={paths.forgotPassword}>
            {t.signIn.login.forgotPassword}
          </Button>
        ) : (
          <Button {...quiet} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t.signIn.login.forgotPassword}
          </Button>
        )}
        {canRegister && (
          <Button {...quiet} component={Link} href={paths.register}>
            {t.common.register}
          </Button>
        )}
      </div>
      {isOpen && <Notice>{t.signIn.login.forgotWithoutMail}</Notice>}
    </>
  );
}
