import type { GenericEndpointContext } from 'better-auth';
import { APIError } from 'better-auth/api';
import { invitationCodeErrors } from '../error-codes.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { type DataKeys, type Opener, unwrap } from './data-keys.ts';
import { keyCookieValue, readBrowserKey } from './key-cookie-value.ts';

/** A guest's data keys, encrypted and decrypted. Both are null for a guest who has none yet. */
export type GuestKeys = { stored: string | null; keys: DataKeys | null };

/** The cookie with the browser key. */
export function keyCookie(ctx: GenericEndpointContext) {
  return ctx.context.createAuthCookie('key', { maxAge: ctx.context.sessionConfig.expiresIn });
}

export function setKeyCookie(
  ctx: GenericEndpointContext,
  { keys }: Pick<InvitationCodesOptions, 'keys'>,
  { browserKey, endsAt }: { browserKey: Buffer; endsAt: number | null },
) {
  const { name, attributes } = keyCookie(ctx);
  ctx.setCookie(name, keyCookieValue(keys, browserKey, endsAt), attributes);
}

export function openerIn(
  ctx: GenericEndpointContext,
  { keys }: Pick<InvitationCodesOptions, 'keys'>,
  userId: string,
): Opener {
  return { userId, secretKey: keys.data, browserKey: readBrowserKey(ctx.getCookie(keyCookie(ctx).name)) };
}

/** Opens a guest's data keys. Throws `KEY_GONE` when the browser key is missing or wrong. */
export async function openGuestKeys(
  ctx: GenericEndpointContext,
  options: InvitationCodesOptions,
  guestId: string,
): Promise<GuestKeys> {
  const guest = await options.db
    .selectFrom('user')
    .select('dataKeys')
    .where('id', '=', guestId)
    .executeTakeFirst();
  const stored = guest?.dataKeys ?? null;
  if (stored === null) return { stored, keys: null };
  const keys = unwrap(stored, openerIn(ctx, options, guestId));
  if (!keys) throw new APIError('CONFLICT', invitationCodeErrors.KEY_GONE);
  return { stored, keys };
}
