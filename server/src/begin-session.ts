import { refusals } from '@foyer/policy';
import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { Context } from 'hono';
import * as z from 'zod';
import type { Auth } from './auth.ts';
import { copyCookies } from './cookies.ts';

/** Lets the server begin a session for a person whom it knows by other means, as by a link in a mail. It has no route. */
export const beginSession = {
  id: 'begin-session',
  endpoints: {
    beginSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        // They may have deleted their account a moment ago, in another tab.
        if (!user)
          throw new APIError('UNAUTHORIZED', { code: 'NOT_SIGNED_IN', message: refusals.NOT_SIGNED_IN });
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ user: { id: user.id } });
      },
    ),
  },
} satisfies BetterAuthPlugin;

/** Begins a session for a person in the browser that asks, and sets its cookie. */
export async function beginSessionHere(c: Context, auth: Auth, userId: string): Promise<void> {
  // The headers name the device.
  const call = { body: { userId }, headers: c.req.raw.headers, returnHeaders: true as const };
  const { headers } = await auth.api.beginSession(call);
  copyCookies(c, headers);
}
