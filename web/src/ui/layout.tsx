import type { ReactNode } from 'react';
import dialog from './dialog/dialog.module.css';
import styles from './layout.module.css';

type Props = { children: ReactNode };

/** The first sentence below the heading of a page. */
export function Lead({ children, role }: Props & { role?: 'status' }) {
  return (
    <p role={role} className={styles.lead}>
      {children}
    </p>
  );
}

/** A sentence in smaller, lighter letters. */
export function Aside({ children }: Props) {
  return <p className={styles.aside}>{children}</p>;
}

/** A centred sentence about the button above it, or at the end of a page. */
export function Under({ children }: Props) {
  return <p className={styles.under}>{children}</p>;
}

/** Large buttons, one below the other. */
export function Choices({ children }: Props) {
  return <div className={styles.choices}>{children}</div>;
}

/** A word between two lines, between two groups of choices. */
export function Divider({ children }: Props) {
  return <p className={styles.divider}>{children}</p>;
}

/** The text of a dialog, above its buttons. */
export function DialogBody({ children }: Props) {
  return <div className={dialog.body}>{children}</div>;
}

/** The buttons of a dialog. */
export function DialogActions({ children }: Props) {
  return <div className={dialog.actions}>{children}</div>;
}
