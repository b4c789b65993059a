import * as z from 'zod';
import type { ProviderConfig } from '../config/provider-config.ts';
import { about, type Finding, reasonOf } from './finding.ts';

const document = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});

/** Only a real login shows whether the provider knows our client. */
export async function checkProvider(
  provider: ProviderConfig,
  publicUrl: string,
  deadline: AbortSignal,
): Promise<Finding> {
  const callback = `${publicUrl}/api/auth/callback/${provider.id}`;
  const { ok, failed } = about(`provider ${provider.id}`, { callback });
  const discovery = discoveryOf(provider);
  if (!discovery) return ok(`${provider.name} is set up. It has no discovery document, so it was not asked.`);
  const problem = await problemOfIssuer(discovery, deadline);
  if (!problem) return ok(`${provider.name} answers as the right issuer.`);
  const todo =
    provider.kind === 'oidc'
      ? `Check that ${provider.id.toUpperCase().replace('-', '_')}_ISSUER is right and that this machine can reach it.`
      : 'Check that this machine can reach it.';
  return failed(`${provider.name} ${problem}.`, todo);
}

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

/** What is wrong with the discovery document, as the end of a sentence; null when nothing is. */
export async function problemOfIssuer(
  { url, issuer }: Discovery,
  deadline: AbortSignal,
): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: deadline, headers: { Accept: 'application/json' } });
    if (!response.ok) return `answers ${response.status} instead of its discovery document`;
    const { success, data } = document.safeParse(await response.json());
    if (!success) return 'has an incomplete discovery document';
    // The settings accept an issuer with or without a trailing slash.
    return data.issuer.replace(/\/+$/, '') === issuer
      ? null
      : 'says that it is another issuer than the one in the settings';
  } catch (error) {
    if (error instanceof SyntaxError) return 'has a discovery document that is not JSON';
    return `could not be reached: ${reasonOf(error)}`;
  }
}

function below(issuer: string): Discovery {
  return { url: `${issuer}/.well-known/openid-configuration`, issuer };
}
