import type { ComponentProps } from 'react';
import { Link } from 'wouter';
import styles from './Button.module.css';

type Look = {
  /** Primary, secondary, quiet, and for acts that cannot be undone. */
  variant?: 'filled' | 'default' | 'subtle' | 'danger';
  /** A little smaller, beside other text. */
  size?: 'xs' | 'md';
};

/** A button of the design. One that waits for the server is an `ActionButton`. */
export function Button({
  variant,
  size,
  className,
  type = 'button',
  ...props
}: ComponentProps<'button'> & Look) {
  return <button {...props} type={type} className={classOf({ variant, size }, className)} />;
}

/** Looks like a button, and leads to another page. */
export function LinkButton({ variant, size, ...props }: ComponentProps<typeof Link> & Look) {
  return <Link {...props} className={classOf({ variant, size })} />;
}

function classOf(
  { variant = 'filled', size }: { [Name in keyof Look]: Look[Name] | undefined },
  more = '',
): string {
  return `${styles.button} ${styles[variant]} ${size ? styles[size] : ''} ${more}`;
}
