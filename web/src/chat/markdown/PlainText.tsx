import { maxTaskMs } from './cost.ts';
import styles from './PlainText.module.css';
import { piecesOf } from './pieces.ts';
import { useGradually } from './use-gradually.ts';

/** The slowest piece, in milliseconds: see `costOf`. */
const costOfPiece = maxTaskMs / 2;

export function PlainText({ text }: { text: string }) {
  const pieces = piecesOf(text);
  const drawn = useGradually(pieces.map(() => costOfPiece));
  return (
    <div className={styles.plain} data-long={pieces.length > 1 || undefined}>
      {pieces.slice(0, drawn).map((piece) => (
        <p key={piece.at}>{piece.text}</p>
      ))}
    </div>
  );
}
