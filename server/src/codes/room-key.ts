import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '@foyer/invitation-codes/seal';

export function roomSigningKey(secret: string): KeyObject {
  return deriveKey(secret, 'room screen: sign');
}

/** What opens the room screen of one code without an account. The code's own end is the key's end. */
export function roomKeyOf(codeId: string, key: KeyObject): string {
  return createHmac('sha256', key).update(codeId).digest('base64url');
}

/** The address of a room screen for a person without an account. The key is in the fragment, which reaches no log. */
export function roomLink(codeId: string, { key, publicUrl }: { key: KeyObject; publicUrl: string }): string {
  return `${publicUrl.replace(/\/+$/, '')}/room/${codeId}#key=${roomKeyOf(codeId, key)}`;
}

export function isRoomKey(given: string, codeId: string, key: KeyObject): boolean {
  const expected = Buffer.from(roomKeyOf(codeId, key));
  const got = Buffer.from(given.slice(0, 200));
  return got.length === expected.length && timingSafeEqual(got, expected);
}
