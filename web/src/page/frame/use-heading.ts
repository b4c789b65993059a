import { useEffect, useRef } from 'react';
import { useTitle } from '../use-title.ts';

let isFirstPage = true;

/** Names the page. After a change of page a screen reader continues at its heading; the first page is read from the top. */
export function useHeading(title: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(title);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus();
    isFirstPage = false;
  }, []);
  return heading;
}
