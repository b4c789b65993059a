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

/** Any other OpenID Connect issuer. Its discovery document names the keys that must sign its ID tokens. */
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
  // We fetch discovery documents on demand, with a timeout. Better Auth would fetch them at start without one, so that
  // a single hanging issuer would block every login.
  const genericOAuthPendingDiscovery = new Map(config.map((entry) => [entry.providerId, entry]));
  return { ...plugin, init: () => ({ context: { genericOAuthPendingDiscovery } }) };
}
