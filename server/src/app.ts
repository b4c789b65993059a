import { maxPiece } from '@foyer/api/operator/imports';
import { captureUnavailable, Unavailable } from '@foyer/database';
import { isGeneratedCode } from '@foyer/invitation-codes';
import { type Refusal, refusals } from '@foyer/policy';
import type { HttpBindings } from '@hono/node-server';
import { APIError } from 'better-auth/api';
import { type Context, Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { type RequestIdVariables, requestId } from 'hono/request-id';
import { accountRoutes } from './account/routes.ts';
import { modelOfAssistant } from './assistants/answering-model.ts';
import { assistantRoutes } from './assistants/routes.ts';
import { batchRoutes } from './batches/routes.ts';
import { chatRoutes } from './chats/routes.ts';
import { codeRoutes } from './codes/routes.ts';
import { draftRoutes } from './drafts/routes.ts';
import { clientAddressReader } from './http/client-address.ts';
import { contractRoute } from './http/contract-route.ts';
import { isSecure } from './http/cookies.ts';
import { refuse, refuseUnavailable } from './http/errors.ts';
import { formerCookies } from './http/former-cookies.ts';
import { healthRoutes } from './http/health.ts';
import { limitBody } from './http/limit-body.ts';
import { securityHeaders } from './http/security-headers.ts';
import { staticPages } from './http/static-pages.ts';
import { timeSlices } from './http/time-slices.ts';
import { importRoutes } from './imports/routes.ts';
import { languageRoutes } from './language/routes.ts';
import { modelCallLog } from './models/model-calls.ts';
import { auditRoutes } from './operators/audit-routes.ts';
import { guard } from './operators/guard.ts';
import { operatorRoutes } from './operators/routes.ts';
import { secondFactors } from './operators/second-factor.ts';
import { tokenRoutes } from './operators/token-routes.ts';
import { twoFactorRoutes } from './operators/two-factor-routes.ts';
import { warningRoutes } from './operators/warning-routes.ts';
import type { Parts } from './parts.ts';
import { personRoutes } from './people/routes.ts';
import { attemptLimiter } from './rate-limits/middleware.ts';
import { openStreams } from './rate-limits/open-streams.ts';
import { replyRoutes } from './replies/routes.ts';
import { roomRoutes } from './room/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { settingRoutes } from './settings/routes.ts';
import { bootstrapRoute } from './sign-in/bootstrap-route.ts';
import { brandOnPages } from './sign-in/brand-on-pages.ts';
import { brandRoutes } from './sign-in/brand-routes.ts';
import { mailRoutes } from './sign-in/mail-routes.ts';
import { oauthRoutes } from './sign-in/oauth-routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { type Log, traceOf } from './telemetry/log.ts';
import { logRequests } from './telemetry/request-log.ts';
import { useRoutes } from './use/routes.ts';

/** The largest request body, except for messages, in bytes. */
const ordinaryBytes = 100_000;
/** The largest JSON form of one character: an escaped surrogate pair. */
const bytesPerCharacter = 12;

const isOfImport = /^\/api\/operator\/imports\/[^/]+\/file$/;
const isOfMessage = /^\/api\/(?:chats\/[^/]+\/messages|drafts\/[^/]+)$/;

export function makeApp(parts: Parts) {
  const { config, database, sessions, assistants, replies, log, now, pagesFolder } = parts;
  const messageBytes = () =>
    Math.max(ordinaryBytes, bytesPerCharacter * config.limits.messageCharacters + 1000);
  const tooLarge = (c: Context) => refuse(c, 413, 'INVALID_INPUT', 'the body is too large');
  const ordinaryBody = limitBody({ maxSize: () => ordinaryBytes, onError: tooLarge });
  const messageBody = limitBody({ maxSize: messageBytes, onError: tooLarge });

  const app = new Hono<{ Bindings: HttpBindings; Variables: RequestIdVariables }>();
  app.use(requestId({ headerName: '' }), logRequests(parts), securityHeaders(config.publicUrl));
  app.use('/api/*', noStore, requireOwnOrigin(config.origins));
  if (isSecure(config)) {
    const endWithBrowser = config.settings.guestCookie === 'session';
    app.use('/api/*', formerCookies({ endWithBrowser }));
  }
  if (parts.formerSessions) app.use('/api/*', parts.formerSessions);
  for (const path of ['/api/account/*', '/api/chats/*', '/api/drafts/*', '/api/operator/*'])
    app.use(path, refuseCrossSite);
  app.use('/api/*', answerUnavailable(log));
  const addressOf = clientAddressReader(config.trustProxy);
  const { attempts } = parts.rateLimits;
  app.use('/api/operator/*', guard({ database, sessions, attempts, addressOf, now }));
  const pieceBody = limitBody({ maxSize: () => maxPiece, onError: tooLarge });
  const limitOf = (path: string) => {
    if (isOfImport.test(path)) return pieceBody;
    return isOfMessage.test(path) ? messageBody : ordinaryBody;
  };
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '/api/*', (c, next) => limitOf(c.req.path)(c, next));
  app.use('/api/assistants/*', sessions.requirePerson);
  for (const path of ['/api/chats/*', '/api/drafts/*'])
    app.use(
      path,
      sessions.requirePerson,
      sessions.requireVerified,
      parts.rooms.requirePlace,
      parts.keyRings.requireKeys,
    );

  app.onError((error, c) => {
    if (isAborted(error, c)) return refuse(c, 400, 'INVALID_INPUT', 'the body broke off');
    if (error instanceof HTTPException && error.status < 500) {
      return refuse(c, 400, 'INVALID_INPUT', 'the body is not valid JSON');
    }
    // Better Auth's hooks throw their refusals.
    if (error instanceof APIError && error.statusCode < 500)
      return Response.json(error.body, { status: error.statusCode, headers: error.headers });
    if (error instanceof Unavailable) return refuseUnavailable(c, error);
    log('error', { requestId: c.get('requestId'), ...traceOf(error) }, 'error');
    const message = 'Something went wrong on the server';
    return c.json({ code: 'INTERNAL_ERROR', message, requestId: c.get('requestId') }, 500);
  });
  app.notFound((c) => refuse(c, 404, 'NOT_FOUND'));

  const limited = attemptLimiter({
    attempts,
    addressOf,
    isGeneratedCode: (text) => isGeneratedCode(parts.invitations, text),
  });
  const { limits } = config;
  const streams = openStreams({ perPerson: () => limits.streamsPerPerson });
  // Shared by all routes that open sealed texts.
  const slices = timeSlices();
  const withAddress = { ...parts, addressOf, limited, slices };
  const noteModelCalls = modelCallLog({ db: database.db, log, limit: () => limits.modelCallsPerDay });
  const report = (error: unknown) =>
    log('a response broke off', traceOf(error), error instanceof Unavailable ? 'warn' : 'error');
  const modelFor = modelOfAssistant(parts);
  const brand = brandOnPages(config.brand);
  const { secondFactorTries: tries } = parts.rateLimits;
  const factors = secondFactors({ db: database.db, auth: () => parts.auth, tries });
  const routes = app
    .route('/', healthRoutes(parts))
    .route('/api', contractRoute())
    .route('/api/access', bootstrapRoute({ ...parts, brand: brand.shown }))
    .route('/api/language', languageRoutes(parts))
    .route('/api/brand', brandRoutes(brand))
    .route('/api/assistants', assistantRoutes({ assistants }))
    .route('/api/auth', signInRoutes(withAddress))
    .route('/api/auth', oauthRoutes(withAddress))
    .route('/api/auth', mailRoutes(withAddress))
    .route('/api/account', accountRoutes(withAddress))
    .route('/api/operator', operatorRoutes(withAddress))
    .route('/api/operator', twoFactorRoutes({ ...withAddress, factors }))
    .route('/api/operator/tokens', tokenRoutes(parts))
    .route('/api/operator/settings', settingRoutes(parts))
    .route('/api/operator', auditRoutes(parts))
    .route('/api/operator', warningRoutes(parts))
    .route('/api/chats', chatRoutes({ database, stopReply: replies.stop, assistants, limits, now, slices }))
    .route('/api/operator/codes', codeRoutes(parts))
    .route('/api/operator/imports', importRoutes(parts))
    .route('/api/operator/batches', batchRoutes(parts))
    .route('/api/operator/people', personRoutes(parts))
    .route('/api/operator/use', useRoutes(parts))
    .route('/api/room', roomRoutes(parts))
    .route('/api/drafts', draftRoutes({ database, limits, now }))
    .route('/api/chats', searchRoutes({ database, streams, slices, report }))
    .route(
      '/api/chats',
      replyRoutes({ database, limits, replies, modelFor, streams, slices, noteModelCalls, now }),
    );
  if (pagesFolder)
    app.route(
      '/',
      staticPages(pagesFolder, () => config.language),
    );
  return routes;
}

/** The client disconnected before its whole request arrived. */
function isAborted(error: Error, { req }: Context): boolean {
  return 'code' in error && error.code === 'ECONNRESET' && req.raw.signal.aborted;
}

/** Personal data must not stay in the browser's cache after the logout. The logo is nobody's. */
const noStore = createMiddleware(async (c, next) => {
  await next();
  if (c.req.path === '/api/brand/logo' && c.res.ok) return;
  // `c.header` would copy the whole response.
  const { headers } = c.res;
  if (!headers.get('cache-control')?.startsWith('no-store')) headers.set('Cache-Control', 'no-store');
});

/** Better Auth turns an unavailable database into "user not created" or "no session"; answer 503 instead. */
function answerUnavailable(log: Log) {
  return createMiddleware<{ Variables: RequestIdVariables }>(async (c, next) => {
    const unavailable = await captureUnavailable(next);
    if (!unavailable || c.res.status < 400) return;
    log(
      'cannot be served now',
      { requestId: c.get('requestId'), kind: unavailable.kind, reason: unavailable.message },
      'warn',
    );
    const answer = refuseUnavailable(c, unavailable);
    c.res = undefined;
    c.res = answer;
  });
}

/** Refuses requests that another site makes a browser send. Requests without an Origin do not come from a page. */
function requireOwnOrigin(origins: string[]) {
  return createMiddleware(async (c, next) => {
    const origin = c.req.header('origin');
    const isForeign = origin !== undefined && !origins.includes(origin);
    if (isForeign && !['GET', 'HEAD'].includes(c.req.method)) {
      const message = `${refusals.FOREIGN_ORIGIN}: PUBLIC_URL says where this one lives`;
      return refuse(c, 403, 'FOREIGN_ORIGIN' satisfies Refusal, message);
    }
    await next();
  });
}

/** An attack: a link on another site could make the browser download private data. */
const refuseCrossSite = createMiddleware(async (c, next) => {
  if (c.req.header('sec-fetch-site') === 'cross-site') return refuse(c, 403, 'FOREIGN_ORIGIN');
  await next();
});
