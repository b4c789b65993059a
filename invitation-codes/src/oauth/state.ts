import { createHash } from 'node:crypto';
import { getOAuthState } from 'better-auth/api';
import * as z from 'zod';
import { guestChats } from '../bodies.ts';
import type { SessionWithUser } from '../guests/live-session.ts';

/**
 * What a person went to a provider for. It waits on the server, in the state of Better Auth, where no client can write;
 * it holds no code and no user, only digests.
 */
const storedStateSchema = z.discriminatedUnion('act', [
  /** To log in, or to register with a code. */
  z.object({ act: z.literal('enter'), code: z.string().nullable() }),
  /** To become a member. `session` is the digest of the guest's session, which must be there still on the way back. */
  z.object({ act: z.literal('convert'), code: z.string().nullable(), session: z.string() }),
  /** To log in to an account, as a guest. */
  z.object({ act: z.literal('join'), chats: guestChats, session: z.string() }),
]);
export type OAuthState = z.infer<typeof storedStateSchema>;

/** What the person wanted who comes back from a provider. */
export async function oauthStateOnReturn(): Promise<OAuthState> {
  return storedStateSchema.parse((await getOAuthState())?.serverContext?.journey);
}

/** By what a session is known again without being kept. */
export function digestOfSession({ session }: SessionWithUser): string {
  return createHash('sha256').update(session.token).digest('base64url');
}

/** The provider for which a state was begun, as its stored form tells. */
export function providerOf(state: string): string | undefined {
  return z.object({ serverContext: z.object({ provider: z.string() }) }).safeParse(JSON.parse(state)).data
    ?.serverContext.provider;
}
