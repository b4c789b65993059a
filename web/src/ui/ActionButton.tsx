import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentProps, MouseEvent } from 'react';
import { Icon } from './icons.tsx';

type Props = ButtonProps & {
  type?: 'submit';
  /** Busy, or waiting for a countdown. */
  mustWait?: boolean;
  onClick?: () => void;
  'aria-label'?: string;
};

/** A button that does nothing while it is busy, but keeps its words, its width and the focus: a disabled one would lose it. */
export function ActionButton({
  mustWait = false,
  disabled = false,
  loading = false,
  onClick,
  children,
  ...props
}: Props) {
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
      data-disabled={!loading && (mustWait || disabled)}
      data-busy={loading}
      renderRoot={(root: ComponentProps<'button'>) => (
        <button {...root} disabled={disabled} aria-disabled={isOff || undefined} />
      )}
    >
      {loading && <Icon name="loader-circle" size={16} className="ring" />}
      {children}
    </Button>
  );
}
