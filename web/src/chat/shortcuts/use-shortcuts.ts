import { useEffect } from 'react';
import { useLatest } from '../../ui/hooks/use-latest.ts';
import { areLettersOn, type Shortcut, shortcutOf } from './shortcuts.ts';

/** @param actions what each shortcut does here; null for one that does nothing now */
export function useShortcuts(actions: Partial<Record<Shortcut, (() => void) | null>>) {
  const latest = useLatest(actions);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const { key, ctrlKey, metaKey, altKey, isComposing } = event;
      const pressed = { key, ctrlKey, metaKey, altKey, isComposing, ...placeOf(event.target) };
      const shortcut = shortcutOf(pressed, areLettersOn());
      const act = shortcut && latest.current[shortcut];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [latest]);
}

function placeOf(target: EventTarget | null) {
  const element = target instanceof Element ? target : null;
  return {
    isTyping: Boolean(element?.closest('input, textarea, select, [contenteditable]')),
    isElsewhere: document.querySelector('[role=dialog], [role=menu]') !== null,
  };
}
