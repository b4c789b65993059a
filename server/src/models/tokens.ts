/** What a message takes besides its text, for its role and its ends. */
const tokensOfFrame = 4;
const bytesPerToken = 3;

/**
 * About how many tokens a message takes, rather too many than too few: a third more for English. A tokenizer never makes
 * more tokens than there are bytes, so that even a text made for it counts at least a third.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / bytesPerToken) + tokensOfFrame;
}
