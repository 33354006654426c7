import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Slip } from '../slips.ts';
import { addressIn, forwardedFor, isForwarded } from './forwardedFor.ts';
import { proxies } from './trustedProxies.ts';

/** The network address that a request came from, as a limit may count it. */
export type NetworkAddress = (request: IncomingMessage) => string;

/** What is counted where a request says two things of where it came from: nobody's address, so that none is free. */
const unclear = '0.0.0.0';

/** Networks that are nobody's on the internet (RFC 6890): what comes from there has come past something of the bank's. */
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
 * The socket's address, unless that is a trusted proxy's: then the right-most address of `X-Forwarded-For` or
 * `Forwarded` (RFC 7239) that is none, since everything left of it is only what a client claims. A proxy writes one of
 * the two and may pass on the other from the client, so that both count only where they agree.
 * @param trustedProxies addresses or networks (`10.0.0.0/8`)
 * @param notice is told what looks like a slip in how proxies are set up
 * @throws UnfreezeError `settingsInvalid` for what cannot stand in TRUSTED_PROXIES
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

/** An address from outside may be a customer's, who claims something: no log holds one. */
function proxyNotNamed(peer: string): Slip {
  const isInside = inside.check(peer, isIP(peer) === 6 ? 'ipv6' : 'ipv4');
  return { slip: 'proxyNotNamed', about: isInside ? peer : 'an address of the internet' };
}

/**
 * A network address as the bank's limits count it. None for loopback: that is this machine, or a proxy that nobody
 * has named as trusted, behind which all customers would be one. None either where the client is gone already.
 */
export function beyondThisMachine(address: string): string | undefined {
  return /^(127\.|0:0:0:0::|$)/.test(address) ? undefined : address;
}

/** Of an IPv6 address the network of 64 bits: one household has all the addresses in it. */
function countable(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const last = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - groups.length - last.length;
  return `${[...groups, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...last].slice(0, 4).join(':')}::/64`;
}
