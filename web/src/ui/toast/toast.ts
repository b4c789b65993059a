export type Toast = {
  text: string;
  /** One act that can still be taken back. */
  action?: { label: string; run: () => void };
  /** How long it stays, in milliseconds. */
  ms?: number;
};

type Shown = Toast & { id: number };

const listeners = new Set<() => void>();
let shown: Shown | null = null;
let count = 0;

/** A new one takes the place of the one before. Never for errors: it goes away by itself. */
export function showToast(toast: Toast) {
  count += 1;
  change({ ...toast, id: count });
}

export function hideToast() {
  change(null);
}

export const toasts = {
  current: () => shown,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

function change(next: Shown | null) {
  shown = next;
  for (const listener of listeners) listener();
}
