import { useState } from 'react';
import type { Account } from '../api/account.ts';
import * as t from '../messages/texts.ts';
import { Button } from '../ui/Button.tsx';
import { Aside } from '../ui/layout.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './account.module.css';
import { DeleteAccountDialog } from './DeleteAccountDialog.tsx';

export function DeleteSection({ account }: { account: Account }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <Section title={t.account.remove.title} isDanger>
      <Aside>{t.account.remove.text}</Aside>
      <Button variant="default" className={styles.danger} onClick={() => setAsking(true)}>
        {t.account.remove.button}
      </Button>
      <DeleteAccountDialog account={account} isOpen={isAsking} onClose={() => setAsking(false)} />
    </Section>
  );
}
