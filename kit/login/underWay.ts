import * as z from 'zod';
import { newestOf, type RotatingSecret } from '../rotatingSecret.ts';
import type { Clock } from '../time.ts';
import { closed, opened } from './closedText.ts';
import type { Checks } from './identityProvider.ts';

const Kept = z.object({
  purpose: z.string(),
  until: z.number(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
});

type UnderWayDependencies = { secret: RotatingSecret; clock: Clock; purpose: string; patience: number };

/**
 * Log-ins that are under way. Each is kept in its own browser, closed: so nobody who only opens the address fills a table,
 * and an answer of the provider counts in the browser that asked alone.
 */
export class LogInsUnderWay {
  readonly #parts: UnderWayDependencies;

  constructor(parts: UnderWayDependencies) {
    this.#parts = parts;
  }

  keep(checks: Checks): string {
    const { secret, clock, purpose, patience } = this.#parts;
    const until = clock().getTime() + patience;
    return closed(newestOf(secret), JSON.stringify({ purpose, until, ...checks }));
  }

  /** Undefined where it is not ours, of another page, or took too long. */
  opened(kept: string): Checks | undefined {
    const { secret, clock, purpose, patience } = this.#parts;
    for (const one of secret()) {
      const text = opened(one, kept);
      if (text === undefined) continue;
      const { until, purpose: of, ...checks } = Kept.parse(JSON.parse(text));
      const left = until - clock().getTime();
      return of === purpose && left > 0 && left <= patience ? checks : undefined;
    }
    return undefined;
  }
}
