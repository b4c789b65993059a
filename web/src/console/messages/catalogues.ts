import type { Language } from '@foyer/policy';
import type { ConsoleTexts } from './texts.ts';

/** Each language is a file of its own in the build. */
export const catalogues: Record<Language, () => Promise<ConsoleTexts>> = {
  en: () => import('./en/console.ts'),
  de: () => import('./de/console.ts'),
  fr: () => import('./fr/console.ts'),
  es: () => import('./es/console.ts'),
  pt: () => import('./pt/console.ts'),
  sw: () => import('./sw/console.ts'),
  uk: () => import('./uk/console.ts'),
  ar: () => import('./ar/console.ts'),
};
