import { useEffect, useRef } from 'react';

/** How far from the end somebody may be and still follow it, in pixels. */
const nearPx = 80;

/** Keeps the end of growing content in view, until the reader scrolls away from it. */
export function useStickyEnd() {
  const content = useRef<HTMLDivElement>(null);
  const isFollowing = useRef(true);

  useEffect(() => {
    if (!content.current) return;
    const page = document.documentElement;
    let lastTop = window.scrollY;
    const onScroll = () => {
      const isNearEnd = window.innerHeight + window.scrollY > page.scrollHeight - nearPx;
      // Content that grew after our own scrolling is no sign that the reader left: only the way up is.
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
