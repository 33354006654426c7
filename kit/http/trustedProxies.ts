import { BlockList, isIP } from 'node:net';
import { UnfreezeError } from '../errors.ts';
import { addressIn } from './forwardedFor.ts';

/** The shortest prefix of a network that can be one of proxies: no one has a greater one to itself. */
const shortest = { 4: 8, 6: 16 };

type Network = { address: string; bits: number; version: 4 | 6 };

/** @returns undefined for what is neither an address nor a network (`10.0.0.0/8`) */
function networkOf(written: string): Network | undefined {
  const [, text = '', prefix] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(written) ?? [];
  if (isIP(text) === 0) return undefined;
  const address = addressIn(text) ?? '';
  const version = isIP(address) === 6 ? 6 : 4;
  // Of an address of version 4 that is written as one of version 6 the first 96 bits say only that.
  const isMapped = version === 4 && isIP(text) === 6;
  const longest = version === 6 ? 128 : 32;
  const bits = prefix === undefined ? longest : Number(prefix) - (isMapped ? 96 : 0);
  return bits >= 0 && bits <= longest ? { address, bits, version } : undefined;
}

/** Why something cannot stand in TRUSTED_PROXIES, if it cannot. */
export function proxyProblem(written: string): string | undefined {
  const network = networkOf(written);
  if (!network) return `${written} is no address and no network`;
  return network.bits < shortest[network.version]
    ? `${written} trusts whoever there is, and what they claim of themselves: name the proxies in front of this service`
    : undefined;
}

/**
 * Whether an address is one of the proxies.
 * @throws UnfreezeError `settingsInvalid` for what cannot stand in TRUSTED_PROXIES
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
