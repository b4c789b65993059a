import type { BetterAuthPluginDBSchema } from 'better-auth/db';

/** The columns that the plugin adds to Better Auth's `user`; see `UserColumns`. No request can set them. */
export const schema = {
  user: {
    fields: {
      isGuest: { type: 'boolean', required: true, defaultValue: false, input: false },
      lastSeenAt: { type: 'number', bigint: true, required: false, input: false },
      endsAt: { type: 'number', bigint: true, required: false, input: false },
      redemptionId: { type: 'string', required: false, input: false, returned: false },
    },
  },
} satisfies BetterAuthPluginDBSchema;
