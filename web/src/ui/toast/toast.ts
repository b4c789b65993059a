export type Toast = { text: string; action?: { label: string; run: () => void }; ms?: number };

type Shown = Toast & { id: number };

const usualMs = 6000;

const listeners = new Set<() => void>();
let shown: Shown | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says that something is done, at the foot of the page, for `ms` milliseconds. Default: 6,000. Never for errors. */
export function showToast(toast: Toast): void {
  shown = { ...toast, id: (shown?.id ?? 0) + 1 };
  clearTimeout(timer);
  timer = setTimeout(hideToast, toast.ms ?? usualMs);
  for (const listener of listeners) listener();
}

export function hideToast(): void {
  shown = null;
  clearTimeout(timer);
  for (const listener of listeners) listener();
}

/** Does what the toast offers, if there is one. */
export function actOnToast(): void {
  const action = shown?.action;
  if (!action) return;
  action.run();
  hideToast();
}

export const toasts = {
  current: () => shown,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
