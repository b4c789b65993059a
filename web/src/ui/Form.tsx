import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import dialog from './dialog/dialog.module.css';
import styles from './layout.module.css';

type Props = {
  problem: object | null;
  onSubmit: (event: FormEvent) => void;
  isInDialog?: boolean;
  children: ReactNode;
};

/** A form without the browser's own checks. After a refused submit the first wrong field gets the focus. */
export function Form({ problem, onSubmit, isInDialog = false, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const wasSent = useRef(false);

  useEffect(() => {
    // An error that is found when a field loses focus must not take the focus back.
    if (!problem || !wasSent.current) return;
    wasSent.current = false;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);

  function send(event: FormEvent) {
    wasSent.current = true;
    onSubmit(event);
  }

  return (
    <form ref={form} className={isInDialog ? dialog.body : styles.form} onSubmit={send} noValidate>
      {children}
    </form>
  );
}
