export { type Batch, batchIdOf, findBatch, listBatches, newBatch, problemOfNote } from './batches.ts';
export { selectCodes } from './bulk.ts';
export {
  ChangeRefused,
  type CodeChange,
  changeCode,
  changeCodes,
  checkChange,
  restoreCode,
  revokeCode,
} from './changes/change-codes.ts';
export type { Code } from './code-from-row.ts';
export { CodeExists, type CodeOrigin, createCodes, createManyCodes } from './create-codes.ts';
export { type CodeWithRedemptions, findCode, findCodeWithRedemptions } from './find-code.ts';
export { type CodeFilter, listCodes } from './list-codes.ts';
export {
  maxOpened,
  maxUses,
  type NewCode,
  noOpenedTerms,
  openedTerms,
  problemsOf,
  shortCode,
} from './terms.ts';
export { type CodesUse, type CodeUse, sumUse } from './use-of-codes.ts';
