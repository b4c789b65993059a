import * as z from 'zod';
import { clientAuthOf, discoveryUrl, type OidcProvider } from '../auth/oidc-tokens.ts';
import type { ProviderConfig } from '../config/provider-config.ts';
import { reasonOf } from './finding.ts';

const texts = z.array(z.string()).optional().catch(undefined);
const document = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  token_endpoint_auth_methods_supported: texts,
  id_token_signing_alg_values_supported: texts,
  response_types_supported: texts,
  scopes_supported: texts,
  require_pushed_authorization_requests: z.boolean().optional().catch(undefined),
});

export type DiscoveryDocument = z.infer<typeof document>;

export type Discovery = { url: string; issuer: string };

export function discoveryOf(provider: ProviderConfig): Discovery | null {
  switch (provider.kind) {
    case 'github':
      return null;
    case 'google':
      return below('https://accounts.google.com');
    case 'microsoft': {
      // For all organisations together, the document contains a pattern instead of one issuer.
      const { url } = below('https://login.microsoftonline.com/common/v2.0');
      return { url, issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' };
    }
    case 'oidc':
      return below(provider.issuer);
  }
}

/** The discovery document; or what is wrong with it, as the end of a sentence. */
export async function readDiscovery(
  { url, issuer }: Discovery,
  deadline: AbortSignal,
): Promise<DiscoveryDocument | string> {
  try {
    const response = await fetch(url, { signal: deadline, headers: { Accept: 'application/json' } });
    if (!response.ok) return `answers ${response.status} instead of its discovery document`;
    const { success, data } = document.safeParse(await response.json());
    if (!success) return 'has an incomplete discovery document';
    // The settings accept an issuer with or without a trailing slash.
    return data.issuer.replace(/\/+$/, '') === issuer
      ? data
      : 'says that it is another issuer than the one in the settings';
  } catch (error) {
    if (error instanceof SyntaxError) return 'has a discovery document that is not JSON';
    return `could not be reached: ${reasonOf(error)}`;
  }
}

function below(issuer: string): Discovery {
  return { url: discoveryUrl({ issuer }), issuer };
}

export function clientAuth(provider: OidcProvider, found: DiscoveryDocument): string {
  return `client_secret_${clientAuthOf(provider, found.token_endpoint_auth_methods_supported)}`;
}

/** What this issuer asks for, or does not offer, so that no login can work. */
export function mismatchOf(
  provider: OidcProvider,
  found: DiscoveryDocument,
): { problem: string; todo: string } | null {
  const has = (supported: string[] | undefined, isUsable: (value: string) => boolean) =>
    supported === undefined || supported.some(isUsable);
  const wants = 'Change this at the provider, for this client.';
  if (found.require_pushed_authorization_requests)
    return {
      problem: 'requires pushed authorization requests (PAR), which Foyer does not send',
      todo: wants,
    };
  if (!has(found.id_token_signing_alg_values_supported, (name) => /^(RS|PS|ES)\d+$|^Ed/.test(name)))
    return {
      problem: `signs ID tokens only with ${(found.id_token_signing_alg_values_supported ?? []).join(', ')}, which cannot be verified by its public keys`,
      todo: 'Let the provider sign the ID tokens of this client with RS256 or ES256.',
    };
  if (!has(found.response_types_supported, (name) => name === 'code'))
    return { problem: 'does not offer the authorization code flow (response type code)', todo: wants };
  const method = clientAuth(provider, found);
  if (!has(found.token_endpoint_auth_methods_supported, (name) => name === method))
    return {
      problem: `does not accept ${method}, but only ${(found.token_endpoint_auth_methods_supported ?? []).join(', ')}`,
      todo: `Set ${settingOf(provider, 'AUTH')} to a method that the provider lists, or allow client_secret_basic there.`,
    };
  return null;
}

export function settingOf({ id }: OidcProvider, name: string): string {
  return `${id.toUpperCase().replace('-', '_')}_${name}`;
}
