import { createHmac, timingSafeEqual } from 'node:crypto';

/** Null unless the signature, after the last dot, is right. */
export function tokenSignedBy(key: string, cookie: string): string | null {
  const dot = cookie.lastIndexOf('.');
  if (dot < 1) return null;
  const token = cookie.slice(0, dot);
  const [given, right] = [Buffer.from(cookie.slice(dot + 1)), Buffer.from(signatureOf(key, token))];
  return given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

/** Same as Better Auth: HMAC-SHA-256, base64. */
export function signatureOf(key: string, token: string): string {
  return createHmac('sha256', key).update(token).digest('base64');
}
