import * as contract from '@foyer/api/operator/operators';
import { type Context, Hono } from 'hono';
import { noteAct } from '../audit/note-act.ts';
import type { Auth } from '../auth/better-auth.ts';
import { refuse, refuseTooMany } from '../http/errors.ts';
import { serveRoute } from '../http/serve-route.ts';
import type { Parts } from '../parts.ts';
import type { Attempted, Limiter } from '../rate-limits/middleware.ts';
import { noteConfirmed } from './confirm.ts';
import type { OperatorSession } from './find-operator.ts';
import type { Operating } from './guard.ts';
import { type Proof, removeSecondFactor, type SecondFactors } from './second-factor.ts';

type Deps = Pick<Parts, 'auth' | 'database' | 'now'> & { limited: Limiter; factors: SecondFactors };
type OfOperator = Context<Operating & Attempted>;

/** What an operator does with their own account: no token reaches these routes. */
export function twoFactorRoutes({ auth, database: { db }, factors, limited, now }: Deps) {
  const app = new Hono<Operating & Attempted>();

  serveRoute(app, contract.confirm, limited('password'), async (c) => {
    c.set('isGuess', true);
    const { person } = sessionOf(c);
    const { password, code } = c.req.valid('json');
    if (!(await isPasswordOf(auth, person.id, password))) return refuse(c, 400, 'WRONG_PASSWORD');
    const proof = await factors.prove(person.id, code);
    if (proof !== null && proof !== 'right') return refuseProof(c, proof);
    const proved = { withSecondFactor: proof === 'right', now: now() };
    return c.json({ freshUntil: await noteConfirmed(db, person.session.id, proved) });
  });

  serveRoute(app, contract.beginTwoFactor, limited('password'), async (c) => {
    c.set('isGuess', true);
    const { person, secondFactor } = sessionOf(c);
    const { password } = c.req.valid('json');
    if (secondFactor !== 'off') return refuse(c, 409, 'SECOND_FACTOR_ON');
    if (!(await isPasswordOf(auth, person.id, password))) return refuse(c, 400, 'WRONG_PASSWORD');
    const begun = await auth.api.enableTwoFactor({
      body: { password, method: 'totp' },
      headers: c.req.raw.headers,
    });
    if (!('totpURI' in begun)) throw new Error('the second factor has no address');
    const { totpURI: uri, backupCodes: recoveryCodes } = begun;
    return c.json({ uri, secret: new URL(uri).searchParams.get('secret') ?? '', recoveryCodes });
  });

  serveRoute(app, contract.confirmTwoFactor, limited('password'), async (c) => {
    c.set('isGuess', true);
    const { person } = sessionOf(c);
    const proof = await factors.turnOn(person.id, c.req.valid('json').code);
    if (proof === 'off') return refuse(c, 409, 'SECOND_FACTOR_OFF');
    if (proof === 'on') return refuse(c, 409, 'SECOND_FACTOR_ON');
    if (proof !== 'right') return refuseProof(c, proof);
    await db.transaction().execute(async (trx) => {
      await noteConfirmed(trx, person.session.id, { withSecondFactor: true, now: now() });
      const act = { act: 'operator.second-factor-on', on: 'operator', id: person.id } as const;
      await noteAct(trx, c.get('actor'), act, now());
    });
    return c.body(null, 204);
  });

  serveRoute(app, contract.endTwoFactor, async (c) => {
    const { person } = sessionOf(c);
    const isRemoved = await db.transaction().execute(async (trx) => {
      if (!(await removeSecondFactor(trx, person.id))) return false;
      const act = { act: 'operator.second-factor-off', on: 'operator', id: person.id } as const;
      await noteAct(trx, c.get('actor'), act, now());
      return true;
    });
    return isRemoved ? c.body(null, 204) : refuse(c, 409, 'SECOND_FACTOR_OFF');
  });

  return app;
}

function sessionOf(c: OfOperator): OperatorSession {
  const { session } = c.get('asking');
  if (!session) throw new Error('a token reached a route for sessions');
  return session;
}

async function isPasswordOf(auth: Auth, userId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const hash = (await internalAdapter.findCredentialAccount(userId))?.password;
  return Boolean(hash) && passwords.verify({ hash: hash ?? '', password });
}

function refuseProof(c: Context, proof: Exclude<Proof, 'right'>) {
  if (proof === 'missing') return refuse(c, 400, 'SECOND_FACTOR_REQUIRED');
  if (proof === 'wrong') return refuse(c, 400, 'SECOND_FACTOR_WRONG');
  return refuseTooMany(c, proof.tooMany);
}
