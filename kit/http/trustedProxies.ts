import { BlockList, isIP } from 'node:net';
import { UnfreezeError } from '../errors.ts';
import { addressIn } from './forwardedFor.ts';

/** The shortest prefix of a network of proxies; nobody has a larger network to themselves. */
const shortest = { 4: 8, 6: 16 };

type Network = { address: string; bits: number; version: 4 | 6 };

/** @returns undefined for a text that is neither an address nor a network (`10.0.0.0/8`) */
function networkOf(written: string): Network | undefined {
  const [, text = '', prefix] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(written) ?? [];
  if (isIP(text) === 0) return undefined;
  const address = addressIn(text) ?? '';
  const version = isIP(address) === 6 ? 6 : 4;
  // The first 96 bits of an IPv4 address written as IPv6 say nothing but that.
  const isMapped = version === 4 && isIP(text) === 6;
  const longest = version === 6 ? 128 : 32;
  const bits = prefix === undefined ? longest : Number(prefix) - (isMapped ? 96 : 0);
  return bits >= 0 && bits <= longest ? { address, bits, version } : undefined;
}

/** The reason why TRUSTED_PROXIES does not allow an entry; undefined where it does. */
export function proxyProblem(written: string): string | undefined {
  const network = networkOf(written);
  if (!network) return `${written} is no address and no network`;
  return network.bits < shortest[network.version]
    ? `${written} trusts whoever there is, and what they claim of themselves: name the proxies in front of this service`
    : undefined;
}

/**
 * Returns a function that tells whether an address is a trusted proxy.
 * @throws UnfreezeError `settingsInvalid` for an entry that TRUSTED_PROXIES does not allow
 */
export function proxies(written: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  for (const one of written) {
    const network = networkOf(one);
    const problem = proxyProblem(one);
    if (!network || problem) throw new UnfreezeError('settingsInvalid', `TRUSTED_PROXIES: ${problem}`);
    trusted.addSubnet(network.address, network.bits, network.version === 6 ? 'ipv6' : 'ipv4');
  }
  return (address) => trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
