import { qrOf } from '@foyer/cards/qr';
import { useMemo } from 'react';
import styles from './Qr.module.css';

/** A QR code, dark on white in both modes. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { size, bars } = useMemo(() => qrOf(text), [text]);
  const path = bars.map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`).join('');
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      className={styles.qr}
    >
      <path fill="currentColor" d={path} />
    </svg>
  );
}
