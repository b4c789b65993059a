import { createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import * as z from 'zod';
import { typedCode } from '../bodies.ts';
import { problemOfTyped } from '../code.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { findDigest } from '../redemption/find-digest.ts';
import { lookUp } from '../redemption/look-up.ts';

/** `POST /invitation-code/check` answers `login`, `registration` or `unusable`. It spends nothing. */
export const checkCode = (options: InvitationCodesOptions) =>
  createAuthEndpoint(
    '/invitation-code/check',
    { method: 'POST', body: z.strictObject({ code: typedCode }), use: [formCsrfMiddleware] },
    async (ctx) => {
      const { code } = ctx.body;
      if (problemOfTyped(code)) return ctx.json({ state: 'unusable' as const });
      const { db, keys, now } = options;
      const state = await lookUp(db, await findDigest(db, keys, code), now());
      return ctx.json({ state });
    },
  );
