import { validateAuthorizationCode } from 'better-auth/oauth2';
import * as z from 'zod';
import type { ProviderConfig } from '../config/provider-config.ts';
import type { Log } from '../telemetry/log.ts';

export type OidcProvider = Extract<ProviderConfig, { kind: 'oidc' }>;

type SentBack = { code: string; redirectURI: string; codeVerifier?: string | undefined };

const timeoutMs = 10_000;
const maxErrorLength = 60;

const document = z.object({
  token_endpoint: z.url(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional().catch(undefined),
});

export function discoveryUrl({ issuer }: Pick<OidcProvider, 'issuer'>): string {
  return `${issuer}/.well-known/openid-configuration`;
}

/** How the client shows its secret: as the settings say, else `basic` where the issuer lists it, else `post`. */
export function clientAuthOf({ auth }: OidcProvider, supported: string[] | undefined): 'basic' | 'post' {
  return auth ?? (supported?.includes('client_secret_basic') ? 'basic' : 'post');
}

/** Exchanges what the issuer sent back for tokens. Logs a failure by its OAuth error. */
export function tokensFor(provider: OidcProvider, log: Log) {
  let kept: z.infer<typeof document> | null = null;
  return async (sentBack: SentBack) => {
    try {
      kept ??= await readDocument(provider);
      return await requestTokens(provider, sentBack, kept);
    } catch (error) {
      log('provider', { provider: provider.id, step: 'token', ...oauthErrorOf(error) }, 'warn');
      throw error;
    }
  };
}

async function readDocument(provider: OidcProvider) {
  const response = await fetch(discoveryUrl(provider), { signal: AbortSignal.timeout(timeoutMs) });
  return document.parse(await response.json());
}

/** @throws what the token endpoint answers: an object with `status` and, in `error`, an OAuth error */
export function requestTokens(
  provider: OidcProvider,
  { code, redirectURI, codeVerifier }: SentBack,
  { token_endpoint, token_endpoint_auth_methods_supported: supported }: z.infer<typeof document>,
) {
  const { clientId, clientSecret } = provider;
  return validateAuthorizationCode({
    code,
    redirectURI,
    codeVerifier,
    options: { clientId, clientSecret, redirectURI },
    tokenEndpoint: token_endpoint,
    authentication: clientAuthOf(provider, supported),
  });
}

const failure = z.object({ error: z.string().optional().catch(undefined), status: z.number().optional() });

/** Other texts of the issuer may contain personal data. */
export function oauthErrorOf(error: unknown): { error: string; httpStatus?: number | undefined } {
  const { data } = failure.safeParse(error);
  const name = data?.error ?? (error instanceof Error ? error.name : undefined);
  return { error: oauthErrorName(name), httpStatus: data?.status };
}

/** A name such as `invalid_client`; `unknown` for anything else. */
export function oauthErrorName(name: string | undefined): string {
  return name !== undefined && name.length <= maxErrorLength && /^\w+$/.test(name) ? name : 'unknown';
}
