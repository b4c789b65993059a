import type { HttpBindings } from '@hono/node-server';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/** Carries the address into Better Auth's acts; whatever the client sent by that name is overwritten. */
export const clientAddressHeader = 'x-foyer-client-address';

/**
 * The address that a request comes from, as far as it can be trusted: the socket's, or the last one in `X-Forwarded-For`
 * that no trusted proxy has. IPv6 is cut to its /64, which one household or one attacker has whole.
 *
 * @param trustProxy addresses and networks of proxies
 */
export function addressReader(trustProxy: string[]) {
  const trusts = proxyAddr.compile(trustProxy);
  return ({ incoming }: HttpBindings): string => {
    const address = withoutPort(proxyAddr(incoming, trusts));
    if (!ipaddr.isValid(address)) return 'unknown';
    const parsed = ipaddr.process(address);
    if (parsed.kind() === 'ipv4') return parsed.toString();
    return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString();
  };
}

/** Some proxies write `192.0.2.1:5555` or `[2001:db8::1]:80`. */
function withoutPort(address: string): string {
  return /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
}
