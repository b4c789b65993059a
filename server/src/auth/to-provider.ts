import { APIError } from 'better-auth/api';
import type { Context } from 'hono';
import { copyCookies } from '../http/cookies.ts';
import { refuse } from '../http/errors.ts';

/** Sends somebody to a provider: the page goes to the address that is answered. */
export async function toProvider(
  c: Context,
  begin: () => Promise<{ headers: Headers; response: { url?: string | undefined } }>,
) {
  try {
    const { headers, response } = await begin();
    copyCookies(c, headers);
    return c.json({ url: response.url });
  } catch (error) {
    // It is set up; what could not be found is its discovery document.
    if (error instanceof APIError && error.statusCode === 404) return refuse(c, 503, 'PROVIDER_FAILED');
    throw error;
  }
}
