import ipaddr from 'ipaddr.js';

/** How many times the budget of a single address a network has, from the narrowest to the widest. */
export const timesTheBudget = [1, 4, 16] as const;

/** How wide they are, in bits. A household gets 64 or 56 of version 6, a company 48, and has every address in them. */
const widths = { ipv6: [64, 56, 48], ipv4: [32, 24] } as const;

/** A network that limits count, with how many times the budget of a single address it has. */
export type CountedNetwork = { network: string; times: number };

/**
 * The networks in which an address is counted, the narrowest first.
 * @param network an address, or the network of 64 bits around one of version 6; whatever else it is, it counts alone
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
