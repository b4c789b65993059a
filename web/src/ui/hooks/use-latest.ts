import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The value of the latest rendering, for effects and events that outlive an older one. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
