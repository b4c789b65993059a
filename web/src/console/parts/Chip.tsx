import type { CodeState } from '../api/codes.ts';
import * as t from '../messages/texts.ts';
import styles from './Chip.module.css';

/** The state of a code. */
export function Chip({ state }: { state: CodeState }) {
  return <span className={`${styles.chip} ${styles[state]}`}>{t.frame.states[state]}</span>;
}
