import type { Auth } from './better-auth.ts';

/**
 * Gives a member a password in the place of the one that they have, if any. Call it in a transaction that holds the person:
 * Better Auth's queries join it.
 */
export async function setPassword(auth: Auth, userId: string, hash: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  if (await internalAdapter.findCredentialAccount(userId))
    return await internalAdapter.updatePassword(userId, hash);
  await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash });
}
