import { FreezeReason } from '../contract/freezeReason.ts';

/** The freeze reasons that a bank's own system says. It may know some that are unknown here. */
export class SaidReasons {
  /** How many unknown ones came. */
  unknown = 0;

  /** One that is unknown counts as `other`, so that the card is still found and staff help with it. */
  read(reason: string): FreezeReason {
    const known = FreezeReason.safeParse(reason);
    if (known.success) return known.data;
    this.unknown += 1;
    return 'other';
  }

  /** Each once: several unknown ones are one `other`. */
  readAll(reasons: readonly string[]): FreezeReason[] {
    return [...new Set(reasons.map((reason) => this.read(reason)))].toSorted();
  }
}
