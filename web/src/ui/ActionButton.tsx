import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentProps, MouseEvent } from 'react';

type Props = ButtonProps & {
  type?: 'submit';
  /** The act runs, or has to wait. */
  mustWait?: boolean;
  onClick?: () => void;
  'aria-label'?: string;
};

/** A button that does nothing while its act runs or has to wait, but keeps the focus: a disabled one would lose it. */
export function ActionButton({ mustWait = false, disabled = false, onClick, ...props }: Props) {
  const isOff = mustWait || Boolean(props.loading);
  const press = (event: MouseEvent) => {
    // A submit button would send its form, also when Enter is pressed in a field.
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
