import { useEffect, useRef } from 'react';
import { useTitle } from '../use-title.ts';

let isFirstPage = true;

/**
 * Names the page. After a change of page a screen reader continues at its heading; the first page is read from the top.
 *
 * @param step changes where another page takes the place of this one, without its frame being drawn anew
 */
export function useHeading(title: string, step = '') {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string | null>(null);
  useTitle(title);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    if (!isFirstPage) heading.current?.focus();
    isFirstPage = false;
  }, [step]);
  return heading;
}
