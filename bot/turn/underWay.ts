/** The result within a channel's patience: the answer, or the receipt of a delivery that is certain to get one. */
export type TakenDelivery = { answer: string } | { receipt: string | undefined };

/**
 * A delivery that is under way in this process, from its arrival to its answer. Whoever brings it once more meanwhile
 * gets the same answer.
 */
export class UnderWay {
  readonly answer: Promise<string>;
  readonly #written = Promise.withResolvers<string | undefined>();
  #writesDown: (() => void) | undefined;
  #isWanted = false;
  #isWritten = false;

  /** @param turn does the work, and calls the other methods of this as it goes on */
  constructor(turn: (underWay: UnderWay) => Promise<string>) {
    this.#written.promise.catch(() => {});
    this.answer = turn(this);
  }

  /** Whether somebody waits for it to be written down before it is answered. */
  get isWanted(): boolean {
    return this.#isWanted;
  }

  get isWritten(): boolean {
    return this.#isWritten;
  }

  /** Its turn has begun. @param writesDown writes down that it came, once however often it is called */
  begins(writesDown: () => Promise<unknown>): void {
    this.#writesDown = () => void writesDown().catch((error: unknown) => this.#written.reject(error));
    if (this.#isWanted) this.#writesDown();
  }

  /** Settles that the delivery is stored, and what its receipt says. */
  isCertain(receipt: string | undefined): void {
    this.#isWritten = true;
    this.#written.resolve(receipt);
  }

  /** Resolves once it is certain that it came, be it with its answer. */
  async written(): Promise<TakenDelivery> {
    if (this.#isWritten) return { receipt: await this.#written.promise };
    this.#isWanted = true;
    this.#writesDown?.();
    const answer = this.answer.then((answer) => ({ answer }));
    return Promise.race([this.#written.promise.then((receipt) => ({ receipt })), answer]);
  }
}
