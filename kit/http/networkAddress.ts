import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { UnfreezeError } from '../errors.ts';
import { addressIn, forwardedFor } from './forwardedFor.ts';

/** The network address that a request came from, as a limit may count it. */
export type NetworkAddress = (request: IncomingMessage) => string;

/** What is counted where a request says two things of where it came from: nobody's address, so that none is free. */
const unclear = '0.0.0.0';

/**
 * The socket's address, unless that is a trusted proxy's: then the right-most address of `X-Forwarded-For` or
 * `Forwarded` (RFC 7239) that is none, since everything left of it is only what a client claims. A proxy writes one of
 * the two and may pass on the other from the client, so that both count only where they agree.
 * @param trustedProxies addresses or networks (`10.0.0.0/8`)
 * @throws UnfreezeError `settingsInvalid` for what is neither
 */
export function networkAddress(trustedProxies: readonly string[]): NetworkAddress {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) trust(trusted, proxy);
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return ({ socket, headers }) => {
    const peer = addressIn(socket.remoteAddress ?? '');
    if (peer === undefined) return '';
    if (!isTrusted(peer)) return countable(peer);
    const origins = forwardedFor(headers).map((hops) => {
      let origin = peer;
      for (let next = hops.pop(); next !== undefined; next = hops.pop()) {
        origin = next;
        if (!isTrusted(origin)) break;
      }
      return countable(origin);
    });
    const [origin = countable(peer), ...others] = origins;
    return others.every((other) => other === origin) ? origin : unclear;
  };
}

/**
 * A network address as the bank's limits count it. None for loopback: that is this machine, or a proxy that nobody
 * has named as trusted, behind which all customers would be one. None either where the client is gone already.
 */
export function beyondThisMachine(address: string): string | undefined {
  return /^(127\.|0:0:0:0::|$)/.test(address) ? undefined : address;
}

function trust(trusted: BlockList, proxy: string): void {
  const [address = '', prefix] = proxy.split('/');
  const version = isIP(address);
  const bits = Number(prefix ?? (version === 6 ? 128 : 32));
  if (version === 0 || !Number.isInteger(bits) || bits < 0 || bits > (version === 6 ? 128 : 32)) {
    throw new UnfreezeError('settingsInvalid', `TRUSTED_PROXIES: ${proxy} is no address and no network`);
  }
  trusted.addSubnet(address, bits, version === 6 ? 'ipv6' : 'ipv4');
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
