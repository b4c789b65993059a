import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '../api/account.ts';
import { Section } from '../page/Section.tsx';
import styles from './account.module.css';
import { DeleteAccountDialog } from './DeleteAccountDialog.tsx';

export function DeleteSection({ account }: { account: Account }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <Section title="Delete account">
      <p className={styles.quiet}>Your account and all your chats are deleted at once, for good.</p>
      <Button variant="default" className={styles.danger} onClick={() => setAsking(true)}>
        Delete my account
      </Button>
      <DeleteAccountDialog account={account} isOpen={isAsking} onClose={() => setAsking(false)} />
    </Section>
  );
}
