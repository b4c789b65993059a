import { APIError } from 'better-auth/api';
import type { Context } from 'hono';
import { copyCookies } from '../http/cookies.ts';
import { refuse } from '../http/errors.ts';

export async function toProvider(
  c: Context,
  begin: () => Promise<{ headers: Headers; response: { url?: string | undefined } }>,
) {
  try {
    const { headers, response } = await begin();
    copyCookies(c, headers);
    return c.json({ url: response.url });
  } catch (error) {
    // The provider is set up, but its discovery document was not found.
    if (error instanceof APIError && error.statusCode === 404) return refuse(c, 503, 'PROVIDER_FAILED');
    throw error;
  }
}
