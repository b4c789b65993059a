import type { Selection } from '../../api/codes.ts';

/** What every form of an act on many codes gets. */
export type FormProps = {
  selection: Selection;
  /** How many codes it touches. */
  count: number;
  onClose: () => void;
  onChanged: () => void;
};
