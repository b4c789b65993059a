import type { ReactNode } from 'react';
import { ExitButtons } from '../log-out/ExitButtons.tsx';
import * as t from '../messages/texts.ts';
import { useBrand } from '../session/use-brand.ts';
import { useOnline } from '../ui/hooks/use-online.ts';
import { Notice } from '../ui/Notice.tsx';
import { Floor } from './Floor.tsx';
import { Picture } from './frame/Picture.tsx';
import { useHeading } from './frame/use-heading.ts';
import styles from './Page.module.css';

type Props = {
  title: string;
  /** Another page in the same frame: a question that is open, as at the logout, stays open. */
  step?: string;
  /** The first page that a stranger sees: says who invites, in large letters. */
  isWelcome?: boolean;
  /** A page with a form takes less room for its crown. */
  isLong?: boolean;
  children: ReactNode;
};

/** A door that stands on the floor of its house. */
export function Page({ title, step, isWelcome = false, isLong = false, children }: Props) {
  const heading = useHeading(title, step);
  const isOnline = useOnline();
  const brand = useBrand();

  return (
    <div className={styles.hall}>
      <header className={styles.exits}>
        <ExitButtons />
      </header>
      <main className={styles.main}>
        <div className={`${styles.door} ${isLong ? styles.long : ''}`}>
          <div className={styles.crown}>
            <Picture brand={brand} />
            {isWelcome && <p className={styles.who}>{brand.name}</p>}
            <h1 ref={heading} tabIndex={-1} className={isWelcome ? styles.display : styles.title}>
              {title}
            </h1>
          </div>
          {!isOnline && (
            <Notice ground="warn" icon="wifi-off">
              {t.common.offline}
            </Notice>
          )}
          {children}
        </div>
      </main>
      <Floor />
    </div>
  );
}
