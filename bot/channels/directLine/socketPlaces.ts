import type { IncomingMessage } from 'node:http';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { beyondThisMachine, type NetworkAddress } from '../../../kit/http/networkAddress.ts';
import { networksOf } from '../../../kit/networks.ts';
import type { TrafficSettings } from '../../../kit/trafficSettings.ts';

/** A client that is told to come again later comes after so many seconds. */
const retryAfter = { 'Retry-After': '30' };

type SocketPlacesDependencies = {
  most: TrafficSettings['sockets'];
  /** Undefined where nobody tells addresses apart. */
  networkAddress: NetworkAddress | undefined;
};

/** So many streams are open in this process at once: of a network, and over all. */
export class SocketPlaces {
  readonly #parts: SocketPlacesDependencies;
  readonly #taken = new Map<string, number>();
  #all = 0;

  constructor(parts: SocketPlacesDependencies) {
    this.#parts = parts;
  }

  /**
   * @returns what gives the place back
   * @throws RequestRefused `tooManyRequests`, `overloaded`
   */
  take(request: IncomingMessage): () => void {
    const { most, networkAddress } = this.#parts;
    const address = networkAddress && beyondThisMachine(networkAddress(request));
    const networks = address === undefined ? [] : networksOf(address);
    if (networks.some(({ network, times }) => this.#of(network) >= most.address * times))
      throw new RequestRefused('tooManyRequests', retryAfter);
    if (this.#all >= most.all) throw new RequestRefused('overloaded', retryAfter);
    this.#add(networks, 1);
    return () => this.#add(networks, -1);
  }

  #of(network: string): number {
    return this.#taken.get(network) ?? 0;
  }

  #add(networks: readonly { network: string }[], count: 1 | -1): void {
    this.#all += count;
    for (const { network } of networks) {
      const taken = this.#of(network) + count;
      if (taken > 0) this.#taken.set(network, taken);
      else this.#taken.delete(network);
    }
  }
}
