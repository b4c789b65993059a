/** How far an import is. */
export type ImportProgress = {
  step: 'reading' | 'comparing' | 'writing';
  /** Rows so far. */
  rows: number;
  /** The finished part of the step, from 0 to 1. */
  fraction: number;
};

export type ImportWatch = {
  onProgress?: (progress: ImportProgress) => void;
  /** Stops the import after the current block, with `ImportRefused`. */
  signal?: AbortSignal;
};
