import type { ReactNode } from 'react';
import { Link } from 'wouter';
import * as t from '../../messages/texts.ts';
import { Page } from '../../page/Page.tsx';
import { paths } from '../../routes.ts';
import styles from '../../ui/layout.module.css';
import { rich } from '../../ui/rich.ts';

export function RegistrationClosedPage({ notice }: { notice: ReactNode }) {
  return (
    <Page title={t.register.closed.title}>
      {notice}
      <p className={styles.lead}>{t.register.closed.text}</p>
      <p className={styles.aside}>
        {rich(t.register.haveAccount((text) => <Link href={paths.login}>{text}</Link>))}
      </p>
    </Page>
  );
}
