import type { BetterAuthPluginDBSchema } from 'better-auth/db';

/** What the plugin adds to Better Auth's `user`; see `UserColumns`. None of it can be set from outside. */
export const schema = {
  user: {
    fields: {
      isGuest: { type: 'boolean', required: true, defaultValue: false, input: false },
      lastSeenAt: { type: 'number', bigint: true, required: false, input: false },
      redemptionId: { type: 'string', required: false, input: false, returned: false },
    },
  },
} satisfies BetterAuthPluginDBSchema;
