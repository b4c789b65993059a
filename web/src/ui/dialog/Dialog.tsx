import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';

type Props = { title: string; isOpen?: boolean; onClose: () => void; children: ReactNode };

/** Rises a little, and fades in. */
const rising = {
  in: { opacity: 1, transform: 'none' },
  out: { opacity: 0, transform: 'translateY(8px)' },
  transitionProperty: 'opacity, transform',
};
const transition = {
  transition: rising,
  duration: 220,
  timingFunction: 'cubic-bezier(0.2, 0, 0, 1)',
};

/** A question. The focus begins on the element with `data-autofocus`: the one that harms nothing. */
export function Dialog({ title, isOpen = true, onClose, children }: Props) {
  return (
    <Modal.Root opened={isOpen} onClose={onClose} transitionProps={transition}>
      <Modal.Overlay color="var(--foyer-veil)" backgroundOpacity={1} />
      <Modal.Content classNames={{ inner: styles.inner, content: styles.content }}>
        {/* Without the library's header, which is a second banner of the page. */}
        <Modal.Title className={styles.title}>{title}</Modal.Title>
        {children}
      </Modal.Content>
    </Modal.Root>
  );
}
