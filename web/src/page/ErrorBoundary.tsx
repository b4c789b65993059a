import { Component, type ReactNode } from 'react';
import { ErrorPage } from './ErrorPage.tsx';

/** React has error boundaries only as classes. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <ErrorPage /> : this.props.children;
  }
}
