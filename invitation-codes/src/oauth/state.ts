import { createHash } from 'node:crypto';
import { addOAuthServerContext, getOAuthState } from 'better-auth/api';
import * as z from 'zod';
import type { SessionWithUser } from '../guests/live-session.ts';

/**
 * Why a person went to a provider. It is stored on the server, in Better Auth's state, where no client can write. It
 * holds no code and no user, only digests. Its stored names do not change: states from before an upgrade must stay valid.
 */
const storedStateSchema = z.discriminatedUnion('act', [
  /** Log in, or register with a code. */
  z.object({ act: z.literal('enter'), code: z.string().nullable() }),
  /** Become a member. `session` is the digest of the guest's session, which must still exist on the way back. */
  z.object({ act: z.literal('convert'), code: z.string().nullable(), session: z.string() }),
  /** Log in to an existing account, as a guest. `chats` says what happens to the guest's data. */
  z.object({ act: z.literal('join'), chats: z.enum(['move', 'erase']), session: z.string() }),
]);
export type OAuthState = z.infer<typeof storedStateSchema>;

export async function storeProvider(provider: unknown): Promise<void> {
  await addOAuthServerContext({ provider });
}

export async function storeOAuthState(state: OAuthState): Promise<void> {
  await addOAuthServerContext({ journey: state });
}

/** The state of the person who comes back from a provider. */
export async function oauthStateOnReturn(): Promise<OAuthState> {
  return storedStateSchema.parse((await getOAuthState())?.serverContext?.journey);
}

/** Recognizes a session without storing its token. */
export function digestOfSession({ session }: SessionWithUser): string {
  return createHash('sha256').update(session.token).digest('base64url');
}

/** The provider to which a person was sent, from the stored state. */
export function providerOf(state: string): string | undefined {
  return z.object({ serverContext: z.object({ provider: z.string() }) }).safeParse(JSON.parse(state)).data
    ?.serverContext.provider;
}
