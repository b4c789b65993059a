const tokensOfFrame = 4;
export const bytesPerToken = 3;

/** A high estimate (English: a third too many). A token has at least one byte, so hostile text counts a third. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken) + tokensOfFrame;
}

export function sumTokens(messages: { text: string }[]): number {
  return messages.reduce((sum, { text }) => sum + estimateTokens(text), 0);
}
