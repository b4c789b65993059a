import { guestChats, typedCode } from '@foyer/invitation-codes';
import type { HttpBindings } from '@hono/node-server';
import { APIError } from 'better-auth/api';
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { Auth } from '../auth/better-auth.ts';
import { noPages, pageFor, returnPage } from '../auth/oauth-return.ts';
import type { Config } from '../config/read-config.ts';
import { copyCookies } from '../http/cookies.ts';
import { refuse } from '../http/errors.ts';
import { body, plainText } from '../http/input.ts';
import { type Attempted, guessedBy, type Limited } from '../rate-limits/middleware.ts';
import type { RateLimits } from '../rate-limits/rate-limits.ts';

type Parts = {
  auth: Auth;
  config: Pick<Config, 'providers' | 'publicUrl'>;
  rateLimits: RateLimits;
  limited: Limited;
  addressOf: (env: HttpBindings) => string;
};

const entry = z.object({
  provider: plainText(100),
  invitationCode: typedCode.optional(),
  guestChats: guestChats.optional(),
});
/** What a provider sends back: as long as a header may be. */
const storableText = plainText(16_384);
const conversion = entry.omit({ guestChats: true });

/** The way to a provider and back. */
export function providerRoutes({ auth, config, rateLimits, limited, addressOf }: Parts) {
  const isKnown = (id: string) => config.providers.some((provider) => provider.id === id);

  const start = async (c: Context<Attempted>, wanted: z.output<typeof entry> & { converts?: true }) => {
    if (!isKnown(wanted.provider)) return refuse(c, 400, 'PROVIDER_UNKNOWN');
    c.set('isGuess', Boolean(wanted.invitationCode));
    const isOfGuest = wanted.converts || wanted.guestChats;
    const errorCallbackURL = isOfGuest ? noPages.convert : noPages.enter;
    const call = {
      body: { ...wanted, callbackURL: '/chat', errorCallbackURL, disableRedirect: true },
      headers: c.req.raw.headers,
      returnHeaders: true as const,
    };
    return toProvider(c, () => auth.api.signInSocial(call));
  };

  return new Hono<Attempted>()
    .post('/sign-in/social', body(entry), limited('code'), (c) => start(c, c.req.valid('json')))
    .post('/invitation-code/convert-social', body(conversion), limited('code'), (c) =>
      start(c, { ...c.req.valid('json'), converts: true }),
    )
    .get('/callback/:id', async (c) => {
      const id = c.req.param('id');
      const params = { id };
      const call = {
        params,
        query: storable(c.req.query()),
        headers: c.req.raw.headers,
        method: 'GET' as const,
      };
      const answer = await auth.api.callbackOAuth({ ...call, asResponse: true });
      const { page, refusal } = returnPage(answer.headers.get('location') ?? '/error?error=none', id);
      copyCookies(c, answer.headers);
      const guessed = refusal && guessedBy(refusal);
      if (!guessed) return c.redirect(page);
      const { pathname } = new URL(page, config.publicUrl);
      const mayKnow = await rateLimits.attempts.count(guessed, addressOf(c.env));
      return c.redirect(mayKnow ? page : pageFor(pathname, 'TOO_MANY_TRIES', id));
    });
}

/** What cannot be stored was given to nobody. */
function storable(query: Record<string, string>): Record<string, string> {
  const known = Object.entries(query).filter(([, value]) => storableText.safeParse(value).success);
  return Object.fromEntries(known);
}

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
