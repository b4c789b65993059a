import { type ReactNode, useId } from 'react';
import { Icon } from '../icons.tsx';
import styles from './Fold.module.css';

type Props = { label: string; isOpen: boolean; onToggle: (isOpen: boolean) => void; children: ReactNode };

/** Unfolds what few people need, in place. */
export function Fold({ label, isOpen, onToggle, children }: Props) {
  const id = useId();
  return (
    <div>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => onToggle(!isOpen)}
      >
        {label}
        <Icon name="chevron-down" className={styles.arrow} />
      </button>
      {isOpen && (
        <div id={id} className={styles.inside}>
          {children}
        </div>
      )}
    </div>
  );
}
