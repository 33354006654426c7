import { type Readiness, type ReadinessChecks, readiness } from './readiness.ts';

export type Stage = 'starting' | 'serving' | 'stopping';

/**
 * The state of a service between its start and its end, for all its ports. Load balancers send requests only while it
 * serves, but it also answers requests before and after that.
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

  /** Says that the service is ready for requests. @param checks the checks for its readiness from now on */
  serves(checks: ReadinessChecks): void {
    this.#checks = checks;
    this.#stage = 'serving';
  }

  stops(): void {
    this.#stage = 'stopping';
  }

  /** @param checks those of the requested port, where it has its own */
  async readiness(checks: ReadinessChecks = this.#checks): Promise<Readiness> {
    return this.#stage === 'serving' ? readiness(checks) : { status: this.#stage, checks: {} };
  }
}
