import { Component, type ReactNode } from 'react';
import { BrokenPage } from './ErrorPage.tsx';

/** Stands in for a page that threw. React knows this only as a class. */
export class Broken extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <BrokenPage /> : this.props.children;
  }
}
