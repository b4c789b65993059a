import { createElement, Fragment, type ReactNode } from 'react';
import type { Rich } from '../messages/rich.ts';

/** Draws a sentence whose parts are texts and elements. */
export function rich(parts: Rich<ReactNode>): ReactNode {
  return createElement(Fragment, null, ...parts);
}
