import { twoFactor } from 'better-auth/plugins';

/**
 * Better Auth's two-factor plugin, for its tables and its set-up. Its hook after a login is left out: it would end the
 * session when a guest's chats are moved already. Ours asks before anything happens (`proveLogin`), and the guard of operators asks in
 * sessions that began another way.
 */
export function secondFactorSetUp(issuer: string) {
  const { hooks: _, ...plugin } = twoFactor({ issuer });
  return plugin;
}
