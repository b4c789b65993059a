import type { Language } from '@foyer/policy';
import { catalogues } from './catalogues.ts';
import { setFormat } from './current-format.ts';
import { setEntryTexts, setInsideTexts } from './texts.ts';

let current: Language = 'en';
let wanted: Language = current;
let needsInside = false;
const listeners = new Set<() => void>();

export const currentLanguage = () => current;

export function subscribeToLanguage(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Loads the texts of a language, and then shows all of them at once. Rejects when they cannot be loaded. */
export async function showLanguage(language: Language): Promise<void> {
  wanted = language;
  const { entry, inside } = catalogues[language];
  try {
    const [entryTexts, insideTexts] = await Promise.all([entry(), needsInside ? inside() : null]);
    // A race: another language was chosen while this one was loading.
    if (wanted !== language) return;
    setFormat(language);
    setEntryTexts(entryTexts);
    if (insideTexts) setInsideTexts(insideTexts);
    current = language;
  } catch (error) {
    if (wanted === language) wanted = current;
    throw error;
  }
  for (const listener of listeners) listener();
}

/** Loads the texts of the pages behind the entry, in the language of the pages. */
export async function loadInside(): Promise<void> {
  needsInside = true;
  const language = wanted;
  const texts = await catalogues[language].inside();
  // A race: another language was chosen while this one was loading.
  if (wanted !== language) return loadInside();
  setInsideTexts(texts);
}
