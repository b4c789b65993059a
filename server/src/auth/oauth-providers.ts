import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth';
import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins';
import type { ProviderConfig } from '../config/provider-config.ts';
import type { Log } from '../telemetry/log.ts';
import { discoveryUrl, tokensFor } from './oidc-tokens.ts';

/** The email of the member with this account at the provider; null for nobody. */
type EmailOfAccount = (providerId: string, accountId: string) => Promise<string | null>;

const scopes = {
  google: ['openid', 'email'],
  github: ['read:user', 'user:email'],
  microsoft: ['openid', 'profile', 'email'],
};

export function wellKnownProviders(providers: ProviderConfig[]): BetterAuthOptions['socialProviders'] {
  const known = providers.filter(({ kind }) => kind !== 'oidc');
  const entries = known.map(({ id, clientId, clientSecret }) => {
    const scope = scopes[id as keyof typeof scopes];
    return [id, { clientId, clientSecret, scope, disableDefaultScope: true, disableProfilePhoto: true }];
  });
  return Object.fromEntries(entries);
}

export function openIdProviders(
  providers: ProviderConfig[],
  { log, emailOfAccount }: { log: Log; emailOfAccount: EmailOfAccount },
): BetterAuthPlugin {
  const config = providers.flatMap((provider): GenericOAuthConfig[] => {
    if (provider.kind !== 'oidc') return [];
    const { id, name, clientId, clientSecret, scopes } = provider;
    return [
      {
        providerId: id,
        name,
        discoveryUrl: discoveryUrl(provider),
        clientId,
        clientSecret,
        scopes,
        requireIdTokenVerification: true,
        getToken: tokensFor(provider, log),
        // Better Auth refuses a login without an email, also of a known account.
        mapProfileToUser: async ({ sub, email }) => {
          const known = email || typeof sub !== 'string' ? null : await emailOfAccount(id, sub);
          return known === null ? {} : { email: known };
        },
      },
    ];
  });
  const plugin = genericOAuth({ config });
  // Fetched on demand: Better Auth would fetch at start without a timeout, and one hanging issuer blocks all.
  const genericOAuthPendingDiscovery = new Map(config.map((entry) => [entry.providerId, entry]));
  return { ...plugin, init: () => ({ context: { genericOAuthPendingDiscovery } }) };
}
