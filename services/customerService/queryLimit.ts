import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { UnfreezeError } from '../contract/errors.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';

/** So many card status queries of one user terminal are answered in ten minutes: frozen cards stay distinguishable from others. */
export class QueryLimit {
  readonly #limiter = new RateLimiterMemory({ points: 20, duration: 600 });

  /** @throws UnfreezeError `tooManyRequests` */
  async count({ channel, address }: UserTerminal): Promise<void> {
    try {
      await this.#limiter.consume(`${channel}\0${address}`);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new UnfreezeError('tooManyRequests', 'too many card status queries from one user terminal');
    }
  }
}
