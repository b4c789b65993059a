/** The key of a link for a person without an account, `#key=…`. Null for none. */
export function keyInAddress(hash: string): string | null {
  return /[#&](?:key|token)=([\w.~-]{1,500})(?:&|$)/.exec(hash)?.[1] ?? null;
}
