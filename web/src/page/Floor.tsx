import { Link } from 'wouter';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import { useBrand } from '../session/use-brand.ts';
import { LanguageChoice } from '../ui/language/LanguageChoice.tsx';
import styles from './Floor.module.css';
import { FoyerMark } from './frame/FoyerMark.tsx';

/** The foot of an entry page: who runs this, and where people find help. */
export function Floor() {
  const { imprintUrl, privacyUrl, supportUrl } = useBrand();
  const links = [
    { url: imprintUrl, text: t.pages.floor.imprint },
    { url: privacyUrl, text: t.pages.floor.privacy },
    { url: supportUrl, text: t.pages.floor.support },
  ];
  return (
    <footer className={styles.floor}>
      {links.map(
        ({ url, text }) =>
          url && (
            <a key={text} href={url}>
              {text}
            </a>
          ),
      )}
      <LanguageChoice />
      <Link href={paths.landing} className={styles.foyer}>
        <FoyerMark className={styles.mark} />
        {t.common.appName}
      </Link>
    </footer>
  );
}
