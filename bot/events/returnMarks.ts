import { createHmac, type KeyObject } from 'node:crypto';
import { derivedKey, newestOf, type RotatingSecret } from '../../kit/rotatingSecret.ts';
import { type Clock, hours, instant, later } from '../../kit/time.ts';

/** What a customer is known by when they come back: the user terminal, and the card that was named. */
type Marked = { terminal: string; card?: string | undefined };

/** What a customer does who comes back for something: a word of thanks is no return. */
export const comingBack: ReadonlySet<string> = new Set([
  ...['queried', 'requested', 'attempted', 'linkEnded', 'entered', 'notUnderstood'],
  ...['handedOver', 'frozenByCustomer', 'disowned', 'answered'],
]);

/** Marks under today's key and under yesterday's, which may stand still. */
export type CustomerMarks = { today: readonly string[]; before: readonly string[] };

/** Characters of a mark: enough that two customers of a day do not share one. */
const length = 16;

/**
 * Marks by which a customer who comes back within a day is known again, and by nobody for longer: they are made with a key of
 * the day, which the key file alone can make, and cannot be traced to a card or telephone without it.
 */
export class ReturnMarks {
  readonly #secret: RotatingSecret;
  readonly #clock: Clock;
  /** The keys of today and yesterday. */
  #keys: { day: string; of: KeyObject; keys: readonly KeyObject[] } | undefined;

  constructor({ secret, clock }: { secret: RotatingSecret; clock: Clock }) {
    this.#secret = secret;
    this.#clock = clock;
  }

  of(marked: Marked): CustomerMarks {
    const known = Object.entries(marked).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name} ${value}`],
    );
    const [today = [], before = []] = this.#keysNow().map((key) =>
      known.map((one) => createHmac('sha256', key).update(one).digest('base64url').slice(0, length)),
    );
    return { today, before };
  }

  #keysNow(): readonly KeyObject[] {
    const now = this.#clock();
    const of = newestOf(this.#secret);
    const days = [now, later(now, -24 * hours)].map((at) => instant(at).slice(0, 10));
    const [day = ''] = days;
    if (this.#keys?.day !== day || this.#keys.of !== of)
      this.#keys = { day, of, keys: days.map((one) => derivedKey(of, `customers who come back on ${one}`)) };
    return this.#keys.keys;
  }
}
