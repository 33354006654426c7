import { type Readiness, type ReadinessChecks, readiness } from './readiness.ts';

export type Stage = 'starting' | 'serving' | 'stopping';

/**
 * How far a service is between its start and its end, for all ports on which it says so. Only while it serves is anything
 * sent to it; it answers before and after that as well.
 */
export class Lifetime {
  #stage: Stage;
  #checks: ReadinessChecks = {};

  constructor(stage: Stage = 'starting') {
    this.#stage = stage;
  }

  get stage(): Stage {
    return this.#stage;
  }

  /** @param checks what it is ready by from now on */
  serves(checks: ReadinessChecks): void {
    this.#checks = checks;
    this.#stage = 'serving';
  }

  stops(): void {
    this.#stage = 'stopping';
  }

  /** @param checks of the port that was asked, where it has its own */
  async readiness(checks: ReadinessChecks = this.#checks): Promise<Readiness> {
    return this.#stage === 'serving' ? readiness(checks) : { status: this.#stage, checks: {} };
  }
}
