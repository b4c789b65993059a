import { type OidcProvider, oauthErrorOf, requestTokens } from '../auth/oidc-tokens.ts';
import type { ProviderConfig } from '../config/provider-config.ts';
import {
  clientAuth,
  type DiscoveryDocument,
  discoveryOf,
  mismatchOf,
  readDiscovery,
  settingOf,
} from './discovery.ts';
import { about, beforeDeadline, type Finding } from './finding.ts';

export async function checkProvider(
  provider: ProviderConfig,
  publicUrl: string,
  deadline: AbortSignal,
): Promise<Finding> {
  const callback = `${publicUrl}/api/auth/callback/${provider.id}`;
  const { ok, failed } = about(`provider ${provider.id}`, { callback });
  const discovery = discoveryOf(provider);
  if (!discovery) return ok(`${provider.name} is set up. It has no discovery document, so it was not asked.`);
  const found = await readDiscovery(discovery, deadline);
  if (typeof found === 'string') {
    const todo =
      provider.kind === 'oidc'
        ? `Check that ${settingOf(provider, 'ISSUER')} is right and that this machine can reach it.`
        : 'Check that this machine can reach it.';
    return failed(`${provider.name} ${found}.`, todo);
  }
  const answers = `${provider.name} answers as the right issuer`;
  if (provider.kind !== 'oidc') return ok(`${answers}.`);
  const mismatch = mismatchOf(provider, found);
  if (mismatch) return failed(`${provider.name} ${mismatch.problem}.`, mismatch.todo);
  const error = await refusalOfClient(provider, found, callback, deadline);
  return error === null
    ? ok(`${answers} and accepts the client.`)
    : failed(
        `${provider.name} does not accept the client: ${error}.`,
        `Check ${settingOf(provider, 'CLIENT_ID')} and ${settingOf(provider, 'CLIENT_SECRET')}, and that the client may use ${clientAuth(provider, found)} (${settingOf(provider, 'AUTH')}).`,
      );
}

/** Sends a code that was never issued: an issuer that accepts the client complains only about the code. */
async function refusalOfClient(
  provider: OidcProvider,
  found: DiscoveryDocument,
  redirectURI: string,
  deadline: AbortSignal,
): Promise<string | null> {
  const sentBack = { code: 'doctor', redirectURI, codeVerifier: 'v'.repeat(43) };
  try {
    await beforeDeadline(deadline, requestTokens(provider, sentBack, found));
    return null;
  } catch (error) {
    const { error: name } = oauthErrorOf(error);
    return ['invalid_client', 'unauthorized_client'].includes(name) ? name : null;
  }
}
