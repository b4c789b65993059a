import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Page } from '../../page/Page.tsx';
import { paths } from '../../routes.ts';
import styles from '../../ui/layout.module.css';

export function RegistrationClosedPage({ notice }: { notice: ReactNode }) {
  return (
    <Page title="Registration is closed">
      {notice}
      <p className={styles.lead}>No new accounts are being made at the moment.</p>
      <p className={styles.aside}>
        You have an account? <Link href={paths.login}>Login</Link>
      </p>
    </Page>
  );
}
