export { type CheckedImport, type CheckOptions, checkImport } from './check-import.ts';
export type { ImportEnds } from './plan/compare.ts';
export type { Change, ImportOptions, ImportTotals, PlannedRow } from './plan/plan.ts';
export type { ImportProgress, ImportWatch } from './progress.ts';
export { encodingNames } from './read/encoding.ts';
export { type Encoding, ImportRefused } from './read/file.ts';
export { type ImportFormat, importFormats } from './read/format.ts';
export type { RowProblem } from './validate/validate-row.ts';
export { writeImport, writeRejectedRows } from './write-import.ts';
