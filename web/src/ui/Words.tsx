type Props = { children: string | false | null | undefined };

/**
 * A text that changes or goes away beside other content. A browser's translator replaces texts by elements of its own, which
 * React does not know: so a new text is a new element.
 */
export function Words({ children }: Props) {
  return children ? <span key={children}>{children}</span> : null;
}
