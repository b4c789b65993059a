import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth';
import { type GenericOAuthConfig, genericOAuth } from 'better-auth/plugins';
import type { ProviderConfig } from '../config/provider-config.ts';

/** Asked of the well-known providers: who somebody is, and their e-mail. */
const scopes = {
  google: ['openid', 'email'],
  github: ['read:user', 'user:email'],
  microsoft: ['openid', 'profile', 'email'],
};

/** The well-known providers, as Better Auth has them. */
export function wellKnownProviders(providers: ProviderConfig[]): BetterAuthOptions['socialProviders'] {
  const known = providers.filter(({ kind }) => kind !== 'oidc');
  const entries = known.map(({ id, clientId, clientSecret }) => {
    const scope = scopes[id as keyof typeof scopes];
    return [id, { clientId, clientSecret, scope, disableDefaultScope: true, disableProfilePhoto: true }];
  });
  return Object.fromEntries(entries);
}

/** Any other issuer of OpenID Connect. Its ID tokens must be signed by the keys that its discovery document names. */
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
  // Asked for when somebody goes there, with a time limit and a retry each time. Better Auth itself would ask at the start,
  // without a limit, and one issuer that hangs would keep everybody out.
  const genericOAuthPendingDiscovery = new Map(config.map((entry) => [entry.providerId, entry]));
  return { ...plugin, init: () => ({ context: { genericOAuthPendingDiscovery } }) };
}
