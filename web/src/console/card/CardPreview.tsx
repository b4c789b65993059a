import { cardTexts, peopleUntil } from '@foyer/cards/texts';
import { directionOf, type Language, languageOfTag } from '@foyer/policy';
import { useBrand } from '../../session/use-brand.ts';
import * as t from '../messages/texts.ts';
import { CodeText } from '../parts/CodeText.tsx';
import { Qr } from '../parts/Qr.tsx';
import styles from './CardPreview.module.css';

type Props = {
  code: string;
  kind: 'login' | 'registration';
  link: string;
  /** The address to type. */
  host: string;
  allowed: number;
  validUntil: number;
  /** A BCP 47 tag; null for the language of the house. */
  language: string | null;
  houseLanguage: Language;
  note: string;
  assistant: string | null;
};

/** A card as `codes print` draws it. */
export function CardPreview({
  code,
  kind,
  link,
  host,
  language,
  houseLanguage,
  note,
  assistant,
  ...terms
}: Props) {
  const brand = useBrand();
  const shown = languageOfTag(language) ?? houseLanguage;
  const texts = cardTexts[shown];
  return (
    <div className={styles.ticket} lang={shown} dir={directionOf(shown)}>
      <div className={styles.gate}>
        <div className={styles.picture}>{brand.logo ? <img src={brand.logo} alt="" /> : <Door />}</div>
        <div className={styles.qr}>
          <Qr text={link} label={t.make.preview.qr} />
        </div>
      </div>
      <div className={styles.say}>
        <b>{brand.name}</b>
        <div className={styles.words}>
          {assistant && <p>{texts.assistant(assistant)}</p>}
          {note && <p>{note}</p>}
        </div>
        <div className={styles.how}>
          <span>{kind === 'login' ? texts.enter : texts.register}</span>
          <strong dir="ltr">{host}</strong>
          <CodeText code={code} className={`${styles.code} ${code.length > 15 ? styles.small : ''}`} />
          <span>{peopleUntil(shown, terms, t.zoned.timeZone)}</span>
        </div>
      </div>
    </div>
  );
}

/** What is printed where the house has no picture. */
function Door() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path fill="currentColor" d="M3 20V7a7 7 0 0 1 14 0v13z" />
      <circle cx="13.5" cy="12" r="1.5" fill="#fff" />
    </svg>
  );
}
