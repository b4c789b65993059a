export const shortcuts = {
  newChat: { key: 'n', needsLetters: true },
  search: { key: '/', needsLetters: true },
  write: { key: 'm', needsLetters: true },
  copy: { key: 'c', needsLetters: true },
  undo: { key: 'u', needsLetters: true },
  stop: { key: 'Escape', needsLetters: false },
  list: { key: '?', needsLetters: true },
} as const;

export type Shortcut = keyof typeof shortcuts;

export type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'> & {
  /** The focus is in a field. */
  isTyping: boolean;
  /** A dialog or a menu is open: the key is for it. */
  isElsewhere: boolean;
};

/**
 * What a pressed key means.
 *
 * @param areLettersOn false when the person has turned single letters off: speech input would press them by chance
 */
export function shortcutOf(pressed: Pressed, areLettersOn: boolean): Shortcut | null {
  const { key, ctrlKey, metaKey, altKey, isComposing, isTyping, isElsewhere } = pressed;
  if (ctrlKey || metaKey || altKey || isComposing || isElsewhere) return null;
  const found = Object.entries(shortcuts).find(([, shortcut]) => shortcut.key === key);
  if (!found) return null;
  const [name, { needsLetters }] = found as [Shortcut, (typeof shortcuts)[Shortcut]];
  return needsLetters && (isTyping || !areLettersOn) ? null : name;
}

const setting = 'foyer-shortcuts';
const off = 'off';

export function areLettersOn(): boolean {
  return localStorage.getItem(setting) !== off;
}

export function setLetters(isOn: boolean): void {
  if (isOn) localStorage.removeItem(setting);
  else localStorage.setItem(setting, off);
}
