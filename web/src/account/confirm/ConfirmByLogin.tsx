import { Button } from '@mantine/core';
import type { Account } from '../../api/account.ts';
import * as t from '../../messages/texts.ts';
import styles from '../../ui/dialog.module.css';
import { LogInAgain } from './LogInAgain.tsx';

export function ConfirmByLogin({ account, onCancel }: { account: Account; onCancel: () => void }) {
  return (
    <div className={styles.body}>
      <LogInAgain account={account} />
      <div className={styles.actions}>
        <Button variant="default" onClick={onCancel}>
          {t.common.cancel}
        </Button>
      </div>
    </div>
  );
}
