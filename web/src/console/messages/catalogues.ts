import type { Language } from '@foyer/policy';
import type { ConsoleTexts } from './texts.ts';

const en = () => import('./en/console.ts');

/** Each language is a file of its own in the build. The texts that are still English are named here, and only here. */
export const catalogues: Record<Language, () => Promise<ConsoleTexts>> = {
  en,
  de: () => import('./de/console.ts'),
  fr: () => import('./fr/console.ts'),
  es: () => import('./es/console.ts'),
  pt: () => import('./pt/console.ts'),
  sw: en,
  uk: en,
  ar: en,
};
