import type { Language } from '@foyer/policy';
import { languageApi } from '../api/language.ts';
import { showLanguage } from './show-language.ts';

/** The person chose this language. The page changes in place: nothing that was typed is lost. */
export async function chooseLanguage(language: Language): Promise<void> {
  // Kept first: a page that asks meanwhile who is signed in must not get the former language.
  await languageApi.choose(language);
  await showLanguage(language);
}
