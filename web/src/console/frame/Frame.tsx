import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import type { Person } from '../../api/session.ts';
import { LogOut } from '../../log-out/LogOut.tsx';
import { Picture } from '../../page/frame/Picture.tsx';
import { paths } from '../../routes.ts';
import { useBrand } from '../../session/use-brand.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Toasts } from '../../ui/toast/Toasts.tsx';
import * as t from '../messages/texts.ts';
import { consolePageAt, consolePaths } from '../paths.ts';
import styles from './Frame.module.css';

const tabs = ['codes', 'batches', 'people', 'use', 'settings', 'audit'] as const;
/** Pages without a tab of their own. */
const tabOf = { code: 'codes', make: 'codes', import: 'codes', batch: 'batches' } as const;

/** The bar with the name of the house and the tabs, above a page of the console. */
export function Frame({ person, children }: { person: Person; children: ReactNode }) {
  const brand = useBrand();
  const [path] = useLocation();
  const name = consolePageAt(path)?.name ?? 'codes';
  const current = name in tabOf ? tabOf[name as keyof typeof tabOf] : name;
  const nav = useRef<HTMLElement>(null);

  useEffect(() => {
    // On a phone the tabs scroll sideways.
    void current;
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);

  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <p className={styles.who}>
          <span className={styles.picture}>
            <Picture brand={brand} />
          </span>
          <span>{brand.name}</span>
        </p>
        <nav ref={nav} className={styles.tabs} aria-label={t.frame.tabs.label}>
          {tabs.map((tab) => (
            <Link key={tab} href={consolePaths[tab]} aria-current={tab === current ? 'page' : undefined}>
              {t.frame.tabs[tab]}
            </Link>
          ))}
        </nav>
        <LinkButton href={paths.newChat} variant="subtle" size="xs">
          {t.frame.toChat}
        </LinkButton>
        <LogOut person={person} variant="subtle" />
      </header>
      <main className={styles.desk}>{children}</main>
      <Toasts />
    </div>
  );
}
