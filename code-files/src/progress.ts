export type ImportProgress = {
  step: 'reading' | 'comparing' | 'writing';
  rows: number;
  /** Of the step, from 0 to 1. */
  fraction: number;
};

export type ImportWatch = {
  onProgress?: (progress: ImportProgress) => void;
  /** Stops the import after the current block, with `ImportRefused`. */
  signal?: AbortSignal;
};
