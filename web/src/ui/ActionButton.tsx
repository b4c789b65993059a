import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentProps, MouseEvent } from 'react';

type Props = ButtonProps & {
  type?: 'submit';
  /** Busy, or waiting for a countdown. */
  mustWait?: boolean;
  onClick?: () => void;
  'aria-label'?: string;
};

/** A button that does nothing while it is busy, but keeps the focus: a disabled button would lose it. */
export function ActionButton({ mustWait = false, disabled = false, onClick, ...props }: Props) {
  const isOff = mustWait || Boolean(props.loading);
  const press = (event: MouseEvent) => {
    // A submit button would send its form, also on Enter in a field.
    if (isOff) event.preventDefault();
    else onClick?.();
  };
  return (
    <Button
      {...props}
      onClick={press}
      data-disabled={mustWait || disabled}
      renderRoot={(root: ComponentProps<'button'>) => (
        <button {...root} disabled={disabled} aria-disabled={isOff || undefined} />
      )}
    />
  );
}
