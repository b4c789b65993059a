import type { HttpBindings } from '@hono/node-server';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/** Carries the address into Better Auth's handlers. We overwrite what the client sent under this name. */
export const clientAddressHeader = 'x-foyer-client-address';

// The socket's address, or the last one in `X-Forwarded-For` that is not a trusted proxy (then a proxy's own if it
// wrote no address). IPv6 is cut to its /64, which one attacker can have whole.
export function clientAddressReader(trustProxy: string[]) {
  const trusts = proxyAddr.compile(trustProxy);
  return ({ incoming }: HttpBindings): string => {
    // From the socket to the client: each address is only as trustworthy as the one before it.
    const chain = proxyAddr.all(incoming, trusts);
    return chain.map(readable).findLast((address) => address !== null) ?? 'unknown';
  };
}

/** Many providers give a /48 to one customer. Null for IPv4. */
export function networkOf(address: string): string | null {
  if (!ipaddr.IPv6.isValid(address)) return null;
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address}/48`).toString()}/48`;
}

/** What the audit log keeps of an address: its /24, or the /48 of IPv6. Null for an unknown one. */
export function maskedAddress(address: string): string | null {
  if (!ipaddr.IPv4.isValid(address)) return networkOf(address);
  return `${ipaddr.IPv4.networkAddressFromCIDR(`${address}/24`).toString()}/24`;
}

function readable(written: string | undefined): string | null {
  // Remove the zone of a link-local address: it names a local interface.
  const address = withoutPort(written ?? '').replace(/%.*$/, '');
  if (!ipaddr.isValid(address)) return null;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toString();
}

function withoutPort(address: string): string {
  return /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;
}
