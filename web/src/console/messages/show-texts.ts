import type { Language } from '@foyer/policy';
import { useEffect, useState } from 'react';
import { useLanguage } from '../../ui/language/use-language.ts';
import { catalogues } from './catalogues.ts';
import { setConsoleTexts } from './texts.ts';
import { setZonedLanguage } from './zoned.ts';

let shown: Language | null = null;

/** Loads the console's texts in a language, and then shows all of them at once. Rejects when they cannot be loaded. */
async function showTexts(language: Language): Promise<void> {
  const texts = await catalogues[language]();
  setConsoleTexts(texts);
  setZonedLanguage(language);
  shown = language;
}

/** Loads the texts in the language of the pages, also when another one is chosen. Until then the former ones stay. */
export function useConsoleTexts(): { state: 'loading' | 'failed' | 'ready'; again: () => void } {
  const language = useLanguage();
  const [drawn, setDrawn] = useState(shown);
  const [failed, setFailed] = useState<Language | null>(null);

  useEffect(() => {
    if (shown === language || failed === language) return;
    let isCurrent = true;
    showTexts(language).then(
      () => isCurrent && setDrawn(language),
      () => isCurrent && setFailed(language),
    );
    return () => {
      isCurrent = false;
    };
  }, [language, failed]);

  const state = failed === language ? 'failed' : 'loading';
  return { state: drawn ? 'ready' : state, again: () => setFailed(null) };
}
