import type { ComponentProps, MouseEvent } from 'react';
import styles from './Button.module.css';
import { Button } from './Button.tsx';
import { Icon } from './icons.tsx';

type Props = Omit<ComponentProps<typeof Button>, 'onClick'> & {
  /** Busy: a ring turns before the words. */
  loading?: boolean;
  /** Busy, or waiting for a countdown. */
  mustWait?: boolean;
  onClick?: () => void;
};

/** A button that does nothing while it is busy, but keeps its words, its width and the focus: a disabled one would lose it. */
export function ActionButton({ mustWait = false, loading = false, onClick, children, ...props }: Props) {
  const isOff = mustWait || loading;
  const press = (event: MouseEvent) => {
    // A submit button would send its form, also on Enter in a field.
    if (isOff) event.preventDefault();
    else onClick?.();
  };
  return (
    <Button
      {...props}
      onClick={press}
      aria-disabled={isOff || undefined}
      data-disabled={(mustWait && !loading) || undefined}
      data-busy={loading || undefined}
    >
      <span className={styles.words}>
        {loading && <Icon name="loader-circle" size={16} className={styles.ring} />}
        {/* An element of its own: a translator replaces bare words, and the ring could not be put before them. */}
        <span>{children}</span>
      </span>
    </Button>
  );
}
