import { Modal } from '@mantine/core';
import type { Account } from '../api.ts';
import { DeleteAccountForm } from './DeleteAccountForm.tsx';

type Props = { account: Account; isOpen: boolean; onClose: () => void };

export function DeleteAccountDialog({ account, isOpen, onClose }: Props) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Delete your account?" withCloseButton={false}>
      <DeleteAccountForm account={account} onClose={onClose} />
    </Modal>
  );
}
