import { createHmac, randomBytes } from 'node:crypto';
import type { SharedCounts } from '../limits/sharedCounts.ts';
import { networksOf } from '../networks.ts';
import { newestOf, type RotatingSecret } from '../rotatingSecret.ts';
import { minutes, seconds } from '../time.ts';
import type { Most } from '../trafficSettings.ts';
import { RequestRefused } from './errorAnswers.ts';

const window = 1 * minutes;

type Parts = {
  /** What is limited, by which it is counted. */
  name: string;
  most: Partial<Most>;
  counts: SharedCounts;
  /** Under which network addresses are written down; one of this process alone where none is given. */
  secret?: RotatingSecret;
};

/** So many requests of a kind in a minute: in a conversation, from a network, over all. */
export class TrafficLimit {
  readonly #parts: Parts;
  readonly #secret: RotatingSecret;

  constructor(parts: Parts) {
    this.#parts = parts;
    const ownSecret = [randomBytes(32)];
    this.#secret = parts.secret ?? (() => ownSecret);
  }

  /**
   * Counts a request. Who is over a limit of their own uses nothing up that is everybody's.
   * @throws RequestRefused `tooManyRequests`; `overloaded` where it is over all
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

  /** How many there were over all in this minute. */
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
