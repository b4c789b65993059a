import { Component, type ReactNode } from 'react';
import { PlainText } from './PlainText.tsx';

type Props = { text: string; children: ReactNode };

/** Falls back to the plain text when drawing fails. React has error boundaries only as classes. */
export class OrPlain extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <PlainText text={this.props.text} /> : this.props.children;
  }
}
