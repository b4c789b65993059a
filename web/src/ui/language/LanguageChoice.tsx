import { type Language, languageNames, languages } from '@foyer/policy';
import { chooseLanguage } from '../../messages/choose-language.ts';
import * as t from '../../messages/texts.ts';
import styles from './LanguageChoice.module.css';
import { useLanguage } from './use-language.ts';

/** Each language by its own name. */
export function LanguageChoice() {
  const language = useLanguage();
  const choose = (next: Language) => void chooseLanguage(next).catch(() => {});
  return (
    <select
      className={styles.choice}
      aria-label={t.common.language}
      value={language}
      onChange={(event) => choose(event.currentTarget.value as Language)}
    >
      {languages.map((each) => (
        <option key={each} value={each} lang={each}>
          {languageNames[each]}
        </option>
      ))}
    </select>
  );
}
