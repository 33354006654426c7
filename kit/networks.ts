import ipaddr from 'ipaddr.js';

/** The budget of each network as a multiple of that of a single address, from the narrowest network to the widest. */
export const timesTheBudget = [1, 4, 16] as const;

/**
 * The prefix lengths of the networks, in bits. In IPv6 a household gets 64 or 56 and a company 48, with every address
 * in it.
 */
const widths = { ipv6: [64, 56, 48], ipv4: [32, 24] } as const;

/** A network that limits count, and its budget as a multiple of that of a single address. */
export type CountedNetwork = { network: string; times: number };

/**
 * The networks that an address is counted in, the narrowest first.
 * @param network an address, or the /64 network of an IPv6 address; any other text is counted by itself
 */
export function networksOf(network: string): CountedNetwork[] {
  const [written = ''] = network.split('/');
  if (!ipaddr.isValid(written)) return [{ network, times: 1 }];
  const address = ipaddr.process(written);
  const bits: readonly number[] = widths[address.kind()];
  return timesTheBudget
    .slice(0, bits.length)
    .map((times, place) => ({ network: around(address, bits[place] ?? 0), times }));
}

function around(address: ipaddr.IPv4 | ipaddr.IPv6, bits: number): string {
  const written = `${address.toString()}/${bits}`;
  if (address.kind() === 'ipv6') return `${ipaddr.IPv6.networkAddressFromCIDR(written)}/${bits}`;
  return bits === 32 ? address.toString() : `${ipaddr.IPv4.networkAddressFromCIDR(written)}/${bits}`;
}
