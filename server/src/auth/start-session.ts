import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { Context } from 'hono';
import * as z from 'zod';
import { personIsGone } from '../http/errors.ts';

/** Lets the server begin a session for a person whom it knows by other means, as by a link in a mail. It has no route. */
export const startSession = {
  id: 'begin-session',
  endpoints: {
    beginSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        // They may have deleted their account a moment ago, in another tab.
        if (!user) throw personIsGone();
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ user: { id: user.id } });
      },
    ),
  },
} satisfies BetterAuthPlugin;

/** What `beginSession` makes of Better Auth. */
type StartsSessions = {
  api: {
    beginSession: (call: {
      body: { userId: string };
      headers: Headers;
      returnHeaders: true;
    }) => Promise<{ headers: Headers }>;
  };
};

/**
 * Begins a session for a person in the browser that asks: its cookies, to be set when the transaction is committed in which
 * it is called, if any.
 */
export async function sessionCookies(c: Context, auth: StartsSessions, userId: string): Promise<Headers> {
  // The headers name the device.
  const call = { body: { userId }, headers: c.req.raw.headers, returnHeaders: true as const };
  return (await auth.api.beginSession(call)).headers;
}
