import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import styles from './LoadingPage.module.css';

/** Stands in for a page that threw. React knows this only as a class. */
export class Broken extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main className={styles.loading}>
        <div role="alert" className={styles.broken}>
          <h1>This page could not be shown</h1>
          <p>Foyer may have been updated meanwhile, or the connection broke.</p>
          <Button onClick={() => location.reload()}>Load it again</Button>
        </div>
      </main>
    );
  }
}
