import type { HttpBindings } from '@hono/node-server';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/** Carries the address into Better Auth's acts; whatever the client sent by that name is overwritten. */
export const clientAddressHeader = 'x-foyer-client-address';

/**
 * The address that a request comes from, as far as it can be trusted: the socket's, or the last one in `X-Forwarded-For`
 * that no trusted proxy has. IPv6 is cut to its /64, which one household or one attacker has whole. Where a trusted proxy
 * wrote something else than an address, the proxy's own counts.
 *
 * @param trustProxy addresses and networks of proxies
 */
export function clientAddressReader(trustProxy: string[]) {
  const trusts = proxyAddr.compile(trustProxy);
  return ({ incoming }: HttpBindings): string => {
    // From the socket to the client; an address is the word of the one before it.
    const chain = proxyAddr.all(incoming, trusts);
    return chain.map(readable).findLast((address) => address !== null) ?? 'unknown';
  };
}

/** The /48 of an IPv6 address, which many providers give to one customer; null for IPv4. */
export function networkOf(address: string): string | null {
  if (!ipaddr.IPv6.isValid(address)) return null;
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/48`).toString()}/48`;
}

function readable(written: string | undefined): string | null {
  // The zone of a link-local address names an interface of this machine.
  const address = withoutPort(written ?? '').replace(/%.*$/, '');
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString();
}

/** Some proxies write `192.0.2.1:5555` or `[2001:db8::1]:80`. */
function withoutPort(address: string): string {
  return /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
}
