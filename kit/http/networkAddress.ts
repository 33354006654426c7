import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Slip } from '../slips.ts';
import { addressIn, forwardedFor, isForwarded } from './forwardedFor.ts';
import { proxies } from './trustedProxies.ts';

/** Returns the network address that a request came from, for the limits. */
export type NetworkAddress = (request: IncomingMessage) => string;

/**
 * The address for a request with contradicting headers. All such requests share it, so that contradicting oneself does
 * not avoid the limits.
 */
const unclear = '0.0.0.0';

/** Private networks (RFC 6890). A connection from one of them has passed through a machine of the bank's. */
const inside = new BlockList();
for (const [network, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inside.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  inside.addSubnet(network, bits, 'ipv6');

/**
 * Finds the client's address. It is the socket's, unless that belongs to a trusted proxy; then it is the right-most
 * address of `X-Forwarded-For` or `Forwarded` (RFC 7239) that is not a trusted proxy, since all addresses left of it
 * are only claimed by the client. A proxy writes one of the two headers and may pass on the other from the client, so
 * both are used only if they agree.
 * @param trustedProxies addresses or networks (`10.0.0.0/8`)
 * @param notice called with what looks like a mistake in the setup of proxies
 * @throws UnfreezeError `settingsInvalid` for an entry that TRUSTED_PROXIES does not allow
 */
export function networkAddress(
  trustedProxies: readonly string[],
  notice: (slip: Slip) => void = () => {},
): NetworkAddress {
  const isTrusted = proxies(trustedProxies);
  return ({ socket, headers }) => {
    const peer = addressIn(socket.remoteAddress ?? '');
    if (peer === undefined) return '';
    if (!isTrusted(peer)) {
      if (isForwarded(headers)) notice(proxyNotNamed(peer));
      return countable(peer);
    }
    const origins = forwardedFor(headers).map((hops) => {
      let origin = peer;
      for (let next = hops.pop(); next !== undefined; next = hops.pop()) {
        origin = next;
        if (!isTrusted(origin)) break;
      }
      return countable(origin);
    });
    const [origin = countable(peer), ...others] = origins;
    if (others.every((other) => other === origin)) return origin;
    notice({ slip: 'forwardedTwoWays', about: peer });
    return unclear;
  };
}

/** The warning names only a private address; one from outside may be a customer's, which no log may hold. */
function proxyNotNamed(peer: string): Slip {
  const isInside = inside.check(peer, isIP(peer) === 6 ? 'ipv6' : 'ipv4');
  return { slip: 'proxyNotNamed', about: isInside ? peer : 'an address of the internet' };
}

/**
 * The network address for the bank's limits. Loopback gives undefined: it is this machine, or a proxy missing in
 * TRUSTED_PROXIES, behind which all customers would count as one. A client that has gone gives undefined too.
 */
export function beyondThisMachine(address: string): string | undefined {
  return /^(127\.|0:0:0:0::|$)/.test(address) ? undefined : address;
}

/** The /64 network of an IPv6 address, since one household has all its addresses; an IPv4 address unchanged. */
function countable(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const last = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - groups.length - last.length;
  return `${[...groups, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...last].slice(0, 4).join(':')}::/64`;
}
