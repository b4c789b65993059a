import type { Account } from '../api/account.ts';
import * as t from '../messages/texts.ts';
import { Dialog } from '../ui/dialog/Dialog.tsx';
import { DeleteAccountForm } from './DeleteAccountForm.tsx';

type Props = { account: Account; isOpen: boolean; onClose: () => void };

export function DeleteAccountDialog({ account, isOpen, onClose }: Props) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.account.remove.question}>
      <DeleteAccountForm account={account} onClose={onClose} />
    </Dialog>
  );
}
