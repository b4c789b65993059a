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
export { type ChangedTerms, changeTerms, versionOf } from './changes/change-terms.ts';
export { type Code, codeFromRow } from './code-from-row.ts';
export { CodeExists, type CodeOrigin, createCodes, createManyCodes } from './create-codes.ts';
export { createDrawn } from './create-drawn.ts';
export { type CodeWithRedemptions, findCode, findCodeWithRedemptions } from './find-code.ts';
export { type CodeFilter, listCodes } from './lists/list-codes.ts';
export { type ListedState, listedStateOf } from './lists/listed-state.ts';
export { type CodePlace, type CodeSort, pageOfCodes, sumCodes } from './lists/page-of-codes.ts';
export {
  maxOpened,
  maxUses,
  type NewCode,
  noOpenedTerms,
  openedTerms,
  problemsOf,
  shortCode,
  type TermsProblem,
  usualEnd,
} from './terms.ts';
export { type CodesUse, type CodeUse, sumUse, wholeSum } from './use-of-codes.ts';
