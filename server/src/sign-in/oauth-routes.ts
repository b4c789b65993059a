import { plainText } from '@foyer/api/fields';
import type { BodyOf } from '@foyer/api/route';
import * as contract from '@foyer/api/sign-in';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { Auth } from '../auth/better-auth.ts';
import { pageFor, refusalPages, returnPage } from '../auth/oauth-return.ts';
import { oauthErrorName } from '../auth/oidc-tokens.ts';
import { toProvider } from '../auth/to-provider.ts';
import type { Config } from '../config/read-config.ts';
import { copyCookies } from '../http/cookies.ts';
import { refuse } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import { type Attempted, guessedBy, type Limiter } from '../rate-limits/middleware.ts';
import type { RateLimits } from '../rate-limits/rate-limits.ts';
import type { Log } from '../telemetry/log.ts';

type Deps = {
  auth: Auth;
  config: Pick<Config, 'providers' | 'publicUrl'>;
  rateLimits: RateLimits;
  limited: Limiter;
  addressOf: (env: HttpBindings) => string;
  log: Log;
};

/** As long as a header may be. */
const storableText = plainText(16_384);

export function oauthRoutes({ auth, config, rateLimits, limited, addressOf, log }: Deps) {
  const isKnown = (id: string) => config.providers.some((provider) => provider.id === id);

  const start = async (
    c: Context<Attempted>,
    wanted: BodyOf<typeof contract.goToProvider> & { converts?: true },
  ) => {
    if (!isKnown(wanted.provider)) return refuse(c, 400, 'PROVIDER_UNKNOWN');
    c.set('isGuess', Boolean(wanted.invitationCode));
    const isOfGuest = wanted.converts || wanted.guestChats;
    const errorCallbackURL = isOfGuest ? refusalPages.convert : refusalPages.enter;
    const call = {
      body: { ...wanted, callbackURL: '/chat', errorCallbackURL, disableRedirect: true },
      headers: c.req.raw.headers,
      returnHeaders: true as const,
    };
    return toProvider(c, () => auth.api.signInSocial(call));
  };

  const app = new Hono<Attempted>();
  serveRoute(app, contract.goToProvider, limited('code'), (c) => start(c, c.req.valid('json')));
  serveRoute(app, contract.convertByProvider, limited('code'), (c) =>
    start(c, { ...c.req.valid('json'), converts: true }),
  );
  serveRoute(app, contract.returnFromProvider, async (c) => {
    const { id } = c.req.valid('param');
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
    const error = errorIn(answer);
    if (refusal === 'PROVIDER_FAILED' && isKnown(id) && !isOfState(error))
      log('provider', { provider: id, step: 'return', error: oauthErrorName(error) }, 'warn');
    const guessed = refusal && guessedBy(refusal);
    if (!guessed) return c.redirect(page);
    const { pathname } = new URL(page, config.publicUrl);
    const mayKnow = await rateLimits.attempts.count(guessed, addressOf(c.env));
    return c.redirect(mayKnow ? page : pageFor(pathname, 'TOO_MANY_TRIES', id));
  });
  return app;
}

function errorIn({ headers }: Response): string | undefined {
  return (
    URL.parse(headers.get('location') ?? '', 'http://here.invalid')?.searchParams.get('error') ?? undefined
  );
}

/** The state was lost or forged: anybody can send such a request. */
function isOfState(error: string | undefined): boolean {
  return error === undefined || /state|restart|callback_request|^none$/.test(error);
}

/** Drops values that we cannot store: we never issued them. */
function storable(query: Record<string, string>): Record<string, string> {
  const known = Object.entries(query).filter(([, value]) => storableText.safeParse(value).success);
  return Object.fromEntries(known);
}
