import { createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import * as z from 'zod';
import { typedCode } from '../bodies.ts';
import { problemOfText } from '../code.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { lookUp } from '../redemption/look-up.ts';
import { digestOf } from '../seal.ts';

/** `POST /invitation-code/check` answers `login`, `registration` or `unusable`. It spends nothing. */
export const checkCode = (options: InvitationCodesOptions) =>
  createAuthEndpoint(
    '/invitation-code/check',
    { method: 'POST', body: z.strictObject({ code: typedCode }), use: [formCsrfMiddleware] },
    async (ctx) => {
      const { code } = ctx.body;
      if (problemOfText(code)) return ctx.json({ state: 'unusable' as const });
      const state = await lookUp(options.db, digestOf(options.keys, code), options.now());
      return ctx.json({ state });
    },
  );
