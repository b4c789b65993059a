import { useEffect, useRef, useState } from 'react';

/** What browsers round, in pixels. */
const roundingPx = 2;
/** From this distance on a button leads to the end, in pixels. */
const farPx = 200;

/**
 * Keeps the end of growing content in view while the reader stays there. Any movement upwards lets go at once; only the
 * reader's own way back to the very end, or `follow`, takes hold again.
 *
 * @param beginsAtEnd false for a chat that is read from its top, as an empty one
 */
export function useStickyEnd(beginsAtEnd: boolean) {
  const isFollowing = useRef(beginsAtEnd);
  const [isFar, setFar] = useState(false);

  useEffect(() => {
    const page = document.documentElement;
    const distance = () => page.scrollHeight - window.innerHeight - window.scrollY;
    let lastTop = window.scrollY;
    let lastHeight = page.scrollHeight;
    let lastTouch = 0;

    const keepPlace = () => {
      lastTop = window.scrollY;
      lastHeight = page.scrollHeight;
    };
    // Where nothing is above, these keys and movements move nothing.
    const letGo = () => {
      if (window.scrollY > 0) isFollowing.current = false;
    };
    const onScroll = () => {
      const top = window.scrollY;
      // Where the page became shorter, the browser itself scrolls up.
      const isShorter = page.scrollHeight < lastHeight;
      if (top < lastTop && !isShorter && distance() > roundingPx) isFollowing.current = false;
      if (top > lastTop && distance() <= roundingPx) isFollowing.current = true;
      keepPlace();
      setFar(distance() > farPx);
    };
    // These come before the scrolling, which the next piece of an answer would undo.
    const onWheel = ({ deltaY, ctrlKey, target }: WheelEvent) => {
      // With Control it changes the zoom.
      if (deltaY < 0 && !ctrlKey && !isScrolledInside(target)) letGo();
    };
    const onKey = ({ key, shiftKey, target, defaultPrevented }: KeyboardEvent) => {
      if (defaultPrevented || isField(target)) return;
      if (['ArrowUp', 'PageUp', 'Home'].includes(key) || (key === ' ' && shiftKey)) letGo();
    };
    const onTouchStart = ({ touches }: TouchEvent) => {
      lastTouch = touches[0]?.clientY ?? 0;
    };
    const onTouchMove = ({ touches }: TouchEvent) => {
      const y = touches[0]?.clientY ?? 0;
      if (y > lastTouch) letGo();
      lastTouch = y;
    };
    const growth = new ResizeObserver(() => {
      if (isFollowing.current) window.scrollTo({ top: page.scrollHeight, behavior: 'instant' });
      keepPlace();
      setFar(distance() > farPx);
    });

    const listening = new AbortController();
    const options = { passive: true, signal: listening.signal };
    window.addEventListener('scroll', onScroll, options);
    window.addEventListener('wheel', onWheel, options);
    window.addEventListener('keydown', onKey, options);
    window.addEventListener('touchstart', onTouchStart, options);
    window.addEventListener('touchmove', onTouchMove, options);
    growth.observe(page);
    return () => {
      listening.abort();
      growth.disconnect();
    };
  }, []);

  return {
    isFar,
    follow: () => {
      isFollowing.current = true;
      window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    },
  };
}

/** In a field these keys move the caret. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}

/** True for a part of the page that scrolls by itself, and can still go up. */
function isScrolledInside(target: EventTarget | null): boolean {
  let part = target instanceof Element ? target : null;
  while (part && part !== document.scrollingElement && part.scrollTop === 0) part = part.parentElement;
  return part !== null && part !== document.scrollingElement;
}
