import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { UnfreezeError } from '../errors.ts';

/** The network address that a request came from, as a limit may count it. */
export type NetworkAddress = (request: IncomingMessage) => string;

/**
 * The socket's address, unless that is a trusted proxy's: then the right-most address of `X-Forwarded-For` that
 * is none, since everything left of it is only what a client claims.
 * @param trustedProxies addresses or networks (`10.0.0.0/8`)
 * @throws UnfreezeError `settingsInvalid` for what is neither
 */
export function networkAddress(trustedProxies: readonly string[]): NetworkAddress {
  const trusted = new BlockList();
  for (const proxy of trustedProxies) trust(trusted, proxy);
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (request) => {
    let address = unmapped(request.socket.remoteAddress ?? '');
    const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
    while (isIP(address) && isTrusted(address)) {
      const next = unmapped(forwarded.pop()?.trim() ?? '');
      if (!isIP(next)) break;
      address = next;
    }
    return countable(address);
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

/** `::ffff:192.0.2.1` is how a socket for both versions names 192.0.2.1. */
function unmapped(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
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
