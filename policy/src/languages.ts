export const languages = ['en', 'de', 'fr', 'es', 'pt', 'sw', 'uk', 'ar'] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  sw: 'Kiswahili',
  uk: 'Українська',
  ar: 'العربية',
};

/** The language for a BCP 47 tag: `pt` for `pt-BR`. Null when there are no texts in it. */
export function languageOfTag(tag: string | null | undefined): Language | null {
  const primary = tag?.slice(0, 35).trim().toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === primary) ?? null;
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
