import { admit } from '@foyer/invitation-codes';
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import * as z from 'zod';

/**
 * A plugin without a route: creates the member of a set-up link. It passes the one gate by an admission of its own, which
 * spends no code: the link, which the operator made, is what admits.
 */
export const createMember = {
  id: 'create-member',
  endpoints: {
    createMember: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ email: z.string() }) },
      async (ctx) => {
        admit(ctx, { spends: null });
        const { email } = ctx.body;
        const person = { email, name: '', emailVerified: false };
        const { id } = await ctx.context.internalAdapter.createUser(person, { method: 'email-password' });
        return ctx.json({ id });
      },
    ),
  },
} satisfies BetterAuthPlugin;
