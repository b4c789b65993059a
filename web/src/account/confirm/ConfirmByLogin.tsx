import type { Account } from '../../api/account.ts';
import * as t from '../../messages/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { DialogActions, DialogBody } from '../../ui/layout.tsx';
import { LogInAgain } from './LogInAgain.tsx';

export function ConfirmByLogin({ account, onCancel }: { account: Account; onCancel: () => void }) {
  return (
    <DialogBody>
      <LogInAgain account={account} />
      <DialogActions>
        <Button variant="subtle" onClick={onCancel}>
          {t.common.cancel}
        </Button>
      </DialogActions>
    </DialogBody>
  );
}
