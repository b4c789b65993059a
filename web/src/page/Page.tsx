import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { ExitButtons } from '../log-out/ExitButtons.tsx';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import { useOnline } from '../ui/hooks/use-online.ts';
import { LanguageChoice } from '../ui/language/LanguageChoice.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './Page.module.css';
import { useTitle } from './use-title.ts';

let isFirstPage = true;

export function Page({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isOnline = useOnline();

  useTitle(title);
  useEffect(() => {
    // After a change of page a screen reader continues at its heading. The first page is read from the top.
    if (!isFirstPage) heading.current?.focus();
    isFirstPage = false;
  }, []);

  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <Link href={paths.landing} className={styles.name}>
          {t.common.appName}
        </Link>
        <ExitButtons />
      </header>
      <main className={styles.main}>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {!isOnline && <Notice>{t.common.offline}</Notice>}
        {children}
      </main>
      <footer className={styles.footer}>
        <LanguageChoice />
      </footer>
    </div>
  );
}
