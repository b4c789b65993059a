import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth';
import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins';
import type { ProviderConfig } from '../config/provider-config.ts';

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

export function openIdProviders(providers: ProviderConfig[]): BetterAuthPlugin {
  const config = providers.flatMap((provider): GenericOAuthConfig[] => {
    if (provider.kind !== 'oidc') return [];
    const { id, name, issuer, clientId, clientSecret, scopes } = provider;
    const discoveryUrl = `${issuer}/.well-known/openid-configuration`;
    return [
      {
        providerId: id,
        name,
        discoveryUrl,
        clientId,
        clientSecret,
        scopes,
        requireIdTokenVerification: true,
      },
    ];
  });
  const plugin = genericOAuth({ config });
  // Fetched on demand: Better Auth would fetch at start without a timeout, and one hanging issuer blocks all.
  const genericOAuthPendingDiscovery = new Map(config.map((entry) => [entry.providerId, entry]));
  return { ...plugin, init: () => ({ context: { genericOAuthPendingDiscovery } }) };
}
