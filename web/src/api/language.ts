import type { chooseLanguage } from '@foyer/api/access';
import type { Language } from '@foyer/policy';
import { call } from './client.ts';

export const languageApi = {
  choose: (language: Language) => call<typeof chooseLanguage>('POST', '/api/language', { language }),
};
