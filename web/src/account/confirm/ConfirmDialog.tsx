import type { Account } from '../../api/account.ts';
import * as t from '../../messages/texts.ts';
import { Dialog } from '../../ui/dialog/Dialog.tsx';
import { ConfirmByLogin } from './ConfirmByLogin.tsx';
import { ConfirmByPassword } from './ConfirmByPassword.tsx';
import type { Confirmation } from './use-confirmation.ts';

type Props = { confirmation: Confirmation; account: Account };

/** Asks for the password, or for a new login where there is no password. */
export function ConfirmDialog({ confirmation: { question, isAsking }, account }: Props) {
  const cancel = () => question?.cancel();
  return (
    <Dialog isOpen={isAsking} onClose={cancel} title={t.account.confirm.title}>
      {question && account.hasPassword && <ConfirmByPassword question={question} />}
      {!account.hasPassword && <ConfirmByLogin account={account} onCancel={cancel} />}
    </Dialog>
  );
}
