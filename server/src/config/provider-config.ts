import { isLoopbackHost } from './loopback.ts';

export type ProviderConfig = {
  /** Used in URLs: `google`, `github`, `microsoft`, `oidc-1`, … */
  id: string;
  name: string;
  clientId: string;
  clientSecret: string;
} & (
  | { kind: 'google' | 'github' | 'microsoft' }
  | {
      kind: 'oidc' /** The issuer's URL, without a slash at its end. */;
      issuer: string;
      scopes: string[];
      /** How to show the client secret; null: as the issuer's document says. */
      auth: 'basic' | 'post' | null;
    }
);

type Values = Record<string, string>;

const wellKnown = [
  { id: 'google', kind: 'google', name: 'Google', prefix: 'GOOGLE' },
  { id: 'github', kind: 'github', name: 'GitHub', prefix: 'GITHUB' },
  { id: 'microsoft', kind: 'microsoft', name: 'Microsoft', prefix: 'MICROSOFT' },
] as const;

const oidcNames = ['NAME', 'ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'SCOPES', 'AUTH'];
const authMethods = new Map([
  ['client_secret_basic', 'basic'],
  ['client_secret_post', 'post'],
] as const);
const ordinaryScopes = 'openid email profile';

/** In the order of their buttons: well-known ones, `OIDC_1_…`, `OIDC_2_…`. Adds wrong settings to `problems`. */
export function readProviders(values: Values, problems: string[]): ProviderConfig[] {
  const known = wellKnown.flatMap(({ prefix, ...provider }) => {
    const client = readClient(values, prefix, problems);
    return client ? [{ ...provider, ...client }] : [];
  });
  const numbers = new Set<number>();
  for (const name of Object.keys(values)) {
    if (!name.startsWith('OIDC_')) continue;
    const [, number, rest] = /^OIDC_([1-9]\d*)_(.+)$/.exec(name) ?? [];
    if (number === undefined || rest === undefined) {
      problems.push(`${name}: there is no such setting; the first issuer is OIDC_1_…`);
      continue;
    }
    if (rest === 'CLIENT_SECRET_FILE') continue;
    if (oidcNames.includes(rest)) numbers.add(Number(number));
    else
      problems.push(
        `${name}: there is no such setting; OIDC_${number}_ is followed by ${oidcNames.join(', ')}`,
      );
  }
  return [
    ...known,
    ...[...numbers].sort((a, b) => a - b).flatMap((number) => readOidc(values, number, problems)),
  ];
}

function readClient(values: Values, prefix: string, problems: string[]) {
  const [id, secret] = [`${prefix}_CLIENT_ID`, `${prefix}_CLIENT_SECRET`];
  const [clientId, clientSecret] = [values[id], values[secret]];
  if (clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret };
  if (clientId !== undefined || clientSecret !== undefined)
    problems.push(`${clientId === undefined ? id : secret}: set both ${id} and ${secret}, or neither`);
  return null;
}

function readOidc(values: Values, number: number, problems: string[]): ProviderConfig[] {
  const prefix = `OIDC_${number}`;
  const name = values[`${prefix}_NAME`];
  const issuer = values[`${prefix}_ISSUER`];
  const before = problems.length;
  const client = readClient(values, prefix, problems);
  if (!client && problems.length === before)
    problems.push(`${prefix}_CLIENT_ID: it is missing, and so is ${prefix}_CLIENT_SECRET`);
  if (name === undefined) problems.push(`${prefix}_NAME: it is missing; it is the text of the button`);
  if (issuer === undefined || !isIssuer(issuer))
    problems.push(
      `${prefix}_ISSUER: an address like https://login.example.org is expected (http only on this machine)`,
    );
  const scopes = (values[`${prefix}_SCOPES`] ?? ordinaryScopes).split(/\s+/);
  if (!scopes.includes('openid')) problems.push(`${prefix}_SCOPES: openid must be one of them`);
  const auth = readAuthMethod(values[`${prefix}_AUTH`]);
  if (auth === undefined)
    problems.push(`${prefix}_AUTH: one of ${[...authMethods.keys()].join(', ')} is expected`);
  if (!client || auth === undefined || name === undefined || issuer === undefined || problems.length > before)
    return [];
  return [
    { id: `oidc-${number}`, kind: 'oidc', name, issuer: issuer.replace(/\/+$/, ''), scopes, auth, ...client },
  ];
}

/** Null when the setting is unset, undefined when it is wrong. */
function readAuthMethod(name: string | undefined) {
  if (name === undefined) return null;
  return [...authMethods].find(([known]) => known === name)?.[1];
}

/** An issuer must use https, except on this machine. */
function isIssuer(text: string): boolean {
  const url = URL.parse(text);
  if (!url || url.search + url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}
