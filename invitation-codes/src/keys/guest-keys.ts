import type { GenericEndpointContext } from 'better-auth';
import { APIError } from 'better-auth/api';
import { invitationCodeErrors } from '../error-codes.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { type DataKeys, type Opener, unwrap } from './data-keys.ts';

/** A guest's data keys as they are kept, and opened. Both are null for a guest who has none yet. */
export type GuestKeys = { kept: string | null; keys: DataKeys | null };

/** The cookie in which a guest's browser holds what opens the guest's data keys. */
export function keyCookie(ctx: GenericEndpointContext) {
  return ctx.context.createAuthCookie('key', { maxAge: ctx.context.sessionConfig.expiresIn });
}

export function setKeyCookie(ctx: GenericEndpointContext, browserKey: Buffer) {
  const { name, attributes } = keyCookie(ctx);
  ctx.setCookie(name, browserKey.toString('base64url'), attributes);
}

/** What opens the data keys of a person in this request. */
export function openerIn(
  ctx: GenericEndpointContext,
  { keys }: Pick<InvitationCodesOptions, 'keys'>,
  userId: string,
): Opener {
  return { userId, secretKey: keys.data, browserKey: readBrowserKey(ctx.getCookie(keyCookie(ctx).name)) };
}

/** What a browser holds, from its cookie; null when it is none. */
export function readBrowserKey(cookie: string | null | undefined): Buffer | null {
  return cookie && /^[\w-]{22}$/.test(cookie) ? Buffer.from(cookie, 'base64url') : null;
}

/** Opens the data keys of a guest. Throws `KEY_GONE` when the browser does not hold what opens them. */
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
  const kept = guest?.dataKeys ?? null;
  if (kept === null) return { kept, keys: null };
  const keys = unwrap(kept, openerIn(ctx, options, guestId));
  if (!keys) throw new APIError('CONFLICT', invitationCodeErrors.KEY_GONE);
  return { kept, keys };
}
