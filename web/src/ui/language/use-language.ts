import { useSyncExternalStore } from 'react';
import { currentLanguage, subscribeToLanguage } from '../../messages/show-language.ts';

/** The language of the pages. */
export const useLanguage = () => useSyncExternalStore(subscribeToLanguage, currentLanguage);
