import { Component, type ReactNode } from 'react';
import { PlainText } from './PlainText.tsx';

type Props = { text: string; children: ReactNode };

/** Draws a text as it was written when it cannot be drawn otherwise. React knows this only as a class. */
export class OrPlain extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <PlainText text={this.props.text} /> : this.props.children;
  }
}
