import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { clientAddressReader, networkOf } from './client-address.ts';

/** The address of a request that came over a socket, by proxies that wrote this. */
function addressOf(remoteAddress: string | undefined, forwarded: string, trusted = ['loopback']) {
  const incoming = { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } };
  return clientAddressReader(trusted)({ incoming: incoming as unknown as IncomingMessage } as never);
}

test('the last address that no trusted proxy has is the one that counts', () => {
  assert.equal(addressOf('127.0.0.1', '192.0.2.9'), '192.0.2.9');
  assert.equal(addressOf('127.0.0.1', '198.51.100.1, 192.0.2.9'), '192.0.2.9');
  assert.equal(addressOf('192.0.2.1', '198.51.100.1'), '192.0.2.1');
  assert.equal(addressOf('::ffff:192.0.2.1', ''), '192.0.2.1');
});

test('where a proxy wrote no address its own counts, and not one for all whose cannot be read', () => {
  const trusted = ['192.0.2.0/24'];
  for (const written of ['unknown', '_hidden', 'a'.repeat(5000), '%', '1.2.3.4.5'])
    assert.equal(addressOf('192.0.2.1', written, trusted), '192.0.2.1', written);
  assert.equal(addressOf('192.0.2.2', 'unknown', trusted), '192.0.2.2');
});

test('a zone of an address is not part of it, and a socket without an address has none', () => {
  assert.equal(addressOf('fe80::1%eth0', ''), 'fe80::');
  assert.equal(addressOf(undefined, ''), 'unknown');
});

test('a network of IPv6 is its /48, one of IPv4 is not asked for', () => {
  assert.equal(networkOf('2001:db8:7:1::'), '2001:db8:7::/48');
  assert.equal(networkOf('2001:db8:7:ffff::'), '2001:db8:7::/48');
  assert.equal(networkOf('192.0.2.1'), null);
  assert.equal(networkOf('unknown'), null);
});
