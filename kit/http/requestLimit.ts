import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { RequestRefused } from './errorAnswers.ts';

/** Limits the requests a minute from one address, or into one conversation. */
export class RequestLimit {
  readonly #limiter: RateLimiterMemory;

  constructor(perMinute: number) {
    this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /** @throws RequestRefused `tooManyRequests`, with the time to try again (`Retry-After`, RFC 9110) */
  async spend(key: string): Promise<void> {
    try {
      await this.#limiter.consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new RequestRefused('tooManyRequests', { 'Retry-After': String(seconds) });
    }
  }
}
