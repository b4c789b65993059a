import type { Language } from '@foyer/policy';
import { createFormat } from './format.ts';

/** Codes and times have Latin digits in every language: so have all numbers of the pages. */
const tags: Partial<Record<Language, string>> = { pt: 'pt-PT', ar: 'ar-u-nu-latn' };

/** Dates, numbers, durations and plurals in the language of the pages. */
export let format = createFormat('en');

export function setFormat(language: Language) {
  format = createFormat(tags[language] ?? language);
}
