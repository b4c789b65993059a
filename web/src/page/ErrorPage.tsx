import { useEffect, useRef, useSyncExternalStore } from 'react';
import { ExitButtons } from '../log-out/ExitButtons.tsx';
import * as t from '../messages/texts.ts';
import { paths } from '../routes.ts';
import { useSession } from '../session/context.ts';
import { Button } from '../ui/Button.tsx';
import { Lead } from '../ui/layout.tsx';
import { FoyerMark } from './frame/FoyerMark.tsx';
import styles from './Page.module.css';

export function ErrorPage() {
  const store = useSession();
  const session = useSyncExternalStore(store.subscribe, store.current);
  const hasEntered = session.step === 'ready' ? session.bootstrap.person !== null : null;
  const wasIn = useRef(hasEntered);

  useEffect(() => {
    // After a logout, here or in another tab, nothing of the person may stay in view. Nothing else on this page works.
    if (wasIn.current && hasEntered === false) location.replace(paths.landing);
  }, [hasEntered]);

  return (
    <div className={styles.hall}>
      <header className={styles.exits}>
        <ExitButtons />
      </header>
      <main className={styles.main}>
        <div role="alert" className={styles.door}>
          <div className={styles.crown}>
            <FoyerMark className={styles.mark} />
            <h1 className={styles.title}>{t.pages.broken.title}</h1>
          </div>
          <Lead>{t.pages.broken.text}</Lead>
          <Button onClick={() => location.reload()}>{t.pages.broken.reload}</Button>
        </div>
      </main>
      <div className={styles.ground} />
    </div>
  );
}
