import { routes } from '@foyer/api/pages';
import { useEffect, useState } from 'react';
import { ExitButtons } from '../log-out/ExitButtons.tsx';
import * as t from '../messages/texts.ts';
import { matchRoute } from '../routes.ts';
import { Bones } from '../ui/parts/Bones.tsx';
import styles from './LoadingPage.module.css';
import page from './Page.module.css';

/** Stays empty for a moment, so that a fast answer brings no flicker. */
const timeoutMs = 200;
/** After this time the answer may never come. */
const stuckMs = 5000;

export function LoadingPage() {
  const isSlow = useIsOver(timeoutMs);
  const isStuck = useIsOver(stuckMs);
  return (
    <div className={page.hall}>
      <header className={page.exits}>{isStuck && <ExitButtons />}</header>
      <main aria-busy="true" className={isChat() ? styles.chat : page.main}>
        {isSlow && (
          <div className={isChat() ? styles.thread : `${page.door} ${styles.door}`}>
            <p role="status" className="visually-hidden">
              {t.common.loading}
            </p>
            <Bones count={4} />
          </div>
        )}
      </main>
    </div>
  );
}

function isChat(): boolean {
  const match = matchRoute(location.pathname);
  return match !== null && routes[match.name].chunk === 'chat';
}

function useIsOver(ms: number): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return isOver;
}
