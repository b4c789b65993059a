import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM: 12 bytes of random IV, the ciphertext, 16 bytes of tag. It opens only with the same `associated` text. */
export function seal(key: KeyObject, clear: string | Uint8Array, associated: string): Buffer {
  const iv = newIv();
  const encryption = createCipheriv(cipher, key, iv).setAAD(Buffer.from(associated));
  const hidden = typeof clear === 'string' ? encryption.update(clear, 'utf8') : encryption.update(clear);
  return Buffer.concat([iv, hidden, encryption.final(), encryption.getAuthTag()]);
}

/** Null with another key or `associated` text, or when the sealed bytes were changed. */
export function openSealed(key: KeyObject, sealed: Uint8Array, associated: string): Buffer | null {
  if (sealed.length < ivBytes + tagBytes) return null;
  const decryption = createDecipheriv(cipher, key, sealed.subarray(0, ivBytes))
    .setAAD(Buffer.from(associated))
    .setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const clear = decryption.update(sealed.subarray(ivBytes, sealed.length - tagBytes));
  try {
    return Buffer.concat([clear, decryption.final()]);
  } catch {
    return null;
  }
}

/** Drawing random bytes costs as much as the rest of sealing: IVs are drawn for many seals at once, and each is used once. */
const drawn = Buffer.alloc(256 * ivBytes);
let used = drawn.length;

function newIv(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += ivBytes;
  return drawn.subarray(used - ivBytes, used);
}
