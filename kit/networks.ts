import { isIPv4 } from 'node:net';
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
  const bytes = bytesOf(written);
  if (bytes === undefined) return [{ network, times: 1 }];
  const bits: readonly number[] = bytes.length === 4 ? widths.ipv4 : widths.ipv6;
  return bits.map((width, place) => ({ network: around(bytes, width), times: timesTheBudget[place] ?? 1 }));
}

/** The bytes of an address; undefined for any other text. Of each request it is asked, so that the usual form goes first. */
function bytesOf(written: string): number[] | undefined {
  if (isIPv4(written)) return written.split('.').map(Number);
  return ipaddr.isValid(written) ? ipaddr.process(written).toByteArray() : undefined;
}

/** The network of so many bits around an address, a whole number of bytes; the address itself where it has no more. */
function around(bytes: readonly number[], bits: number): string {
  const begun = bytes.map((byte, place) => (place < bits / 8 ? byte : 0));
  const first = begun.length === 4 ? begun.join('.') : ipaddr.fromByteArray(begun).toString();
  return bits === 8 * bytes.length ? first : `${first}/${bits}`;
}
