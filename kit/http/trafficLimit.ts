import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import type { SharedCounts } from '../limits/sharedCounts.ts';
import { networksOf } from '../networks.ts';
import { newestOf, type RotatingSecret } from '../rotatingSecret.ts';
import { minutes, seconds } from '../time.ts';
import type { Most } from '../trafficSettings.ts';
import { RequestRefused } from './errorAnswers.ts';

const window = 1 * minutes;

type TrafficLimitDependencies = {
  /** The name of what is limited, under which it is counted. */
  name: string;
  most: Partial<Most>;
  counts: SharedCounts;
  /** The key under which network addresses are stored as HMACs; by default one of this process alone. */
  secret?: RotatingSecret;
};

/** Limits requests of one kind in a minute: in one conversation, from one network, and in total. */
export class TrafficLimit {
  readonly #parts: TrafficLimitDependencies;
  readonly #secret: RotatingSecret;

  constructor(parts: TrafficLimitDependencies) {
    this.#parts = parts;
    const ownSecret = [createSecretKey(randomBytes(32))];
    this.#secret = parts.secret ?? (() => ownSecret);
  }

  /**
   * Counts a request. A client above its own limit does not use up the limit of all.
   * @throws RequestRefused `tooManyRequests`; `overloaded` where the limit of all is reached
   */
  spend({ conversation, network }: { conversation?: string; network?: string | undefined }): void {
    const { most } = this.#parts;
    const networks = network === undefined ? [] : networksOf(network);
    for (const one of networks)
      this.#count(`address ${this.#pseudonym(one.network)}`, most.address, one.times, 'tooManyRequests');
    if (conversation !== undefined)
      this.#count(`conversation ${conversation}`, most.conversation, 1, 'tooManyRequests');
    this.#count('all', most.all, 1, 'overloaded');
  }

  /** The requests of all clients in this minute. */
  overAll(): number {
    const { counts, name, most } = this.#parts;
    return counts.count(`${name} all`, { most: most.all ?? Number.POSITIVE_INFINITY, window });
  }

  #count(
    subject: string,
    most: number | undefined,
    times: number,
    refusal: 'tooManyRequests' | 'overloaded',
  ): void {
    const { counts, name } = this.#parts;
    if (most === undefined || counts.spend(`${name} ${subject}`, { most: most * times, window })) return;
    const wait = Math.max(1, Math.ceil(counts.left(window) / seconds));
    throw new RequestRefused(refusal, { 'Retry-After': String(wait) });
  }

  #pseudonym(network: string): string {
    return createHmac('sha256', newestOf(this.#secret)).update(network).digest('base64url').slice(0, 22);
  }
}
