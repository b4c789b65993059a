import { createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import * as z from 'zod';
import { typedCode } from '../bodies.ts';
import { problemOfTyped, stateOf } from '../code.ts';
import type { InvitationCodesOptions } from '../options.ts';
import { findDigest } from '../redemption/find-digest.ts';
import { selectTerms } from '../redemption/look-up.ts';

const unusable = { state: 'unusable' as const, language: null };

/** `POST /invitation-code/check` answers `login`, `registration` or `unusable`, and the language of a usable code. It spends nothing. */
export const checkCode = (options: InvitationCodesOptions) =>
  createAuthEndpoint(
    '/invitation-code/check',
    { method: 'POST', body: z.strictObject({ code: typedCode }), use: [formCsrfMiddleware] },
    async (ctx) => {
      const { code } = ctx.body;
      if (problemOfTyped(code)) return ctx.json(unusable);
      const { db, keys, now } = options;
      const digest = await findDigest(db, keys, code);
      const terms = await selectTerms(db, digest).select('language').executeTakeFirst();
      const state = terms ? stateOf(terms, now()) : 'unusable';
      return ctx.json(state === 'unusable' ? unusable : { state, language: terms?.language ?? null });
    },
  );
