import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import styles from './toast.module.css';
import { hideToast, toasts } from './toast.ts';

/** Where toasts appear. A screen reader says them when it has finished its sentence. */
export function Toasts() {
  const toast = useSyncExternalStore(toasts.subscribe, toasts.current);
  const place = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    // Above the field where somebody may be writing.
    const dock = toast && document.querySelector<HTMLElement>('[data-dock]');
    if (place.current) place.current.style.insetBlockEnd = dock ? `${dock.offsetHeight + 8}px` : '';
  }, [toast]);

  return (
    <div ref={place} role="status" className={styles.place}>
      {toast && (
        <div key={toast.id} className={styles.toast}>
          <span>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              onClick={() => {
                toast.action?.run();
                hideToast();
              }}
            >
              {toast.action.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
