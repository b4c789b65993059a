import { useEffect, useRef } from 'react';

/** How close to the end counts as following it, in pixels. */
const nearPx = 80;

/**
 * Keeps the end of growing content in view until the reader scrolls up.
 *
 * @param beginsAtEnd false for a chat that is read from its top, as an empty one
 */
export function useStickyEnd(beginsAtEnd: boolean) {
  const content = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(beginsAtEnd);

  useEffect(() => {
    if (!content.current) return;
    const page = document.documentElement;
    let lastTop = window.scrollY;
    const onScroll = () => {
      const isNearEnd = window.innerHeight + window.scrollY > page.scrollHeight - nearPx;
      // Content may grow after our own scrolling. Only scrolling up means that the reader left the end.
      if (isNearEnd || window.scrollY < lastTop) isFollowing.current = isNearEnd;
      lastTop = window.scrollY;
    };
    const growth = new ResizeObserver(() => {
      if (isFollowing.current) window.scrollTo({ top: page.scrollHeight });
    });
    window.addEventListener('scroll', onScroll, { passive: true });
    growth.observe(content.current);
    return () => {
      window.removeEventListener('scroll', onScroll);
      growth.disconnect();
    };
  }, []);

  return {
    content,
    follow: () => {
      isFollowing.current = true;
    },
  };
}
