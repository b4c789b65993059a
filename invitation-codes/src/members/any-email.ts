import type { GenericEndpointContext } from 'better-auth';

type Adapter = GenericEndpointContext['context']['internalAdapter'];

/** Better Auth refuses addresses that exist, like `a..b@docomo.ne.jp`. It checks this one instead; the host checks the real one. */
const standIn = 'somebody@example.org';

/** The body and the adapter for an endpoint of Better Auth that looks up or creates the user with this email. */
export function withAnyEmail<Body extends { email: string }>(ctx: GenericEndpointContext, body: Body) {
  const { internalAdapter } = ctx.context;
  const email = body.email.toLowerCase();
  return {
    body: { ...body, email: standIn },
    internalAdapter: {
      findUserByEmail: (_: string, ...rest: Rest<Adapter['findUserByEmail']>) =>
        internalAdapter.findUserByEmail(email, ...rest),
      createUser: (user: Parameters<Adapter['createUser']>[0], ...rest: Rest<Adapter['createUser']>) =>
        internalAdapter.createUser({ ...user, email }, ...rest),
    },
  };
}

type Rest<Act> = Act extends (first: never, ...rest: infer Others) => unknown ? Others : never;
