import type { Auth } from './better-auth.ts';

/** Call it in a transaction that locked the user: Better Auth's queries join that transaction. */
export async function setPassword(auth: Auth, userId: string, hash: string): Promise<void> {
  const { internalAdapter } = await auth.$context;
  if (await internalAdapter.findCredentialAccount(userId))
    return await internalAdapter.updatePassword(userId, hash);
  await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash });
}
