/** Tokens for the role and the delimiters of a message. */
const tokensOfFrame = 4;
const bytesPerToken = 3;

/**
 * A high estimate (a third too many for English). A token has at least one byte, so even hostile text counts at least a
 * third.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken) + tokensOfFrame;
}
