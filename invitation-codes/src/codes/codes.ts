export { newBatch } from './batches.ts';
export { selectCodes } from './bulk.ts';
export type { Code } from './code-from-row.ts';
export { CodeExists, type CodeOrigin, createCodes, createManyCodes } from './create-codes.ts';
export { type CodeWithRedemptions, findCode, findCodeWithRedemptions } from './find-code.ts';
export { type CodeFilter, listCodes } from './list-codes.ts';
export { restoreCode, revokeCode } from './revoke-code.ts';
export {
  maxOpened,
  maxUses,
  type NewCode,
  noOpenedTerms,
  openedTerms,
  problemsOf,
  shortCode,
} from './terms.ts';
