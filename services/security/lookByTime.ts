/** How long a look is good for, in milliseconds. `ticks` is a clock of milliseconds that nobody sets. */
export type Looks = { every: number; ticks: () => number };

/** Whether the last look at something is still good; without a time for which it is, it never is. */
export class LookByTime {
  readonly #looks: Looks | undefined;
  #goodUntil = Number.NEGATIVE_INFINITY;
  #isOfThisTurn = false;

  constructor(looks: Looks | undefined) {
    this.#looks = looks;
  }

  get isGood(): boolean {
    return this.#looks !== undefined && this.#looks.ticks() < this.#goodUntil;
  }

  /** Whether it was looked in what the process does at a stretch: whatever comes from outside comes after that. */
  get isOfThisTurn(): boolean {
    return this.#isOfThisTurn && this.isGood;
  }

  /** Looks now. A look that fails is good for no time. */
  look(looks: () => void): void {
    this.#goodUntil = Number.NEGATIVE_INFINITY;
    looks();
    if (!this.#looks) return;
    this.#goodUntil = this.#looks.ticks() + this.#looks.every;
    if (!this.#isOfThisTurn) setImmediate(() => (this.#isOfThisTurn = false));
    this.#isOfThisTurn = true;
  }
}
