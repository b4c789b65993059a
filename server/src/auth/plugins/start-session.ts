import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { Context } from 'hono';
import * as z from 'zod';
import { personIsGone } from '../../http/errors.ts';

/** A plugin without a route: starts a session for a user whom we identified by a link in an email. */
export const startSession = {
  id: 'begin-session',
  endpoints: {
    beginSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        // The user may have deleted their account in another tab a moment ago.
        if (!user) throw personIsGone();
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ user: { id: user.id } });
      },
    ),
  },
} satisfies BetterAuthPlugin;

type SessionStarter = {
  api: {
    beginSession: (call: {
      body: { userId: string };
      headers: Headers;
      returnHeaders: true;
    }) => Promise<{ headers: Headers }>;
  };
};

/** Returns cookies: set them only after the transaction is committed. */
export async function sessionCookies(c: Context, auth: SessionStarter, userId: string): Promise<Headers> {
  const call = { body: { userId }, headers: c.req.raw.headers, returnHeaders: true as const };
  return (await auth.api.beginSession(call)).headers;
}
