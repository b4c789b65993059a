import type { CSSProperties } from 'react';
import styles from './room.module.css';

/** More places are told as a number only. */
const maxDoors = 60;
const doorsInARow = 15;

/** One small arch a place: filled when somebody is in. */
export function Doors({ taken, places }: { taken: number; places: number }) {
  if (places > maxDoors || places < 1) return <span />;
  const doors = Array.from({ length: places }, (_, place) => place);
  const isMany = places > 2 * doorsInARow;
  // Two rows at most, where the screen is wide.
  const columns = { '--columns': isMany ? Math.ceil(places / 2) : doorsInARow } as CSSProperties;
  return (
    <div aria-hidden="true" className={`${styles.doors} ${isMany ? styles.many : ''}`} style={columns}>
      {doors.map((place) => (
        <i key={place} className={place < taken ? styles.taken : undefined} />
      ))}
    </div>
  );
}
