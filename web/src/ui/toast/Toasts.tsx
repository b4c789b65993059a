import { useEffect, useSyncExternalStore } from 'react';
import { ActionButton } from '../ActionButton.tsx';
import styles from './Toasts.module.css';
import { hideToast, toasts } from './toast.ts';

const defaultMs = 6000;

/** The place of the toast. It stands once on every page, since a screen reader hears only changes of what is there. */
export function Toasts() {
  const toast = useSyncExternalStore(toasts.subscribe, toasts.current);

  useEffect(() => {
    if (!toast) return;
    const timer = setTimeout(hideToast, toast.ms ?? defaultMs);
    return () => clearTimeout(timer);
  }, [toast]);

  const run = () => {
    toast?.action?.run();
    hideToast();
  };
  return (
    <div className={styles.place}>
      {/* The button stands outside: a screen reader would read it out with the sentence. */}
      <div className={toast ? styles.toast : undefined}>
        <p role="status">{toast?.text}</p>
        {toast?.action && (
          <ActionButton variant="subtle" size="xs" className={styles.action} onClick={run}>
            {toast.action.label}
          </ActionButton>
        )}
      </div>
    </div>
  );
}
