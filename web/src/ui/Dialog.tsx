import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';

type Props = { title: string; isOpen?: boolean; onClose: () => void; children: ReactNode };

export function Dialog({ title, isOpen = true, onClose, children }: Props) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      withCloseButton={false}
      size="30rem"
      classNames={{ content: styles.content, header: styles.header, title: styles.title }}
    >
      {children}
    </Modal>
  );
}
