import type { Language } from '@foyer/policy';
import type { EntryTexts, InsideTexts } from './texts.ts';

type Catalogue = { entry: () => Promise<EntryTexts>; inside: () => Promise<InsideTexts> };

/** Each part of a language is a file of its own in the build. */
export const catalogues: Record<Language, Catalogue> = {
  en: { entry: () => import('./en/entry.ts'), inside: () => import('./en/inside.ts') },
  de: { entry: () => import('./de/entry.ts'), inside: () => import('./de/inside.ts') },
  fr: { entry: () => import('./fr/entry.ts'), inside: () => import('./fr/inside.ts') },
  es: { entry: () => import('./es/entry.ts'), inside: () => import('./es/inside.ts') },
  pt: { entry: () => import('./pt/entry.ts'), inside: () => import('./pt/inside.ts') },
  sw: { entry: () => import('./sw/entry.ts'), inside: () => import('./sw/inside.ts') },
  uk: { entry: () => import('./uk/entry.ts'), inside: () => import('./uk/inside.ts') },
  ar: { entry: () => import('./ar/entry.ts'), inside: () => import('./ar/inside.ts') },
};
