import type { Logger } from 'pino';
import { UnfreezeError } from '../../kit/errors.ts';
import { Rounds } from '../../kit/rounds.ts';
import { minutes } from '../../kit/time.ts';
import type { OptOutsClient } from '../../services/contract/receiptsClient.ts';

type Parts = { optOuts: OptOutsClient; log: Logger };

/** A flood of numbers must not fill the memory while the bank's side is away. */
const most = 10_000;

/**
 * Tells the bank's side which telephones have said STOP, so that it sends them nothing of its own accord. What could not be
 * told is told again, in the process that heard it; the answers in the channel stop without it.
 */
export class UntoldOptOuts {
  readonly #parts: Parts;
  readonly #untold = new Map<string, boolean>();
  readonly #telling: Rounds;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#telling = new Rounds({
      work: () => this.#tellAll(),
      every: 1 * minutes,
      log: parts.log,
      trouble: 'the bank’s side has not heard yet who has said STOP',
    });
  }

  /** Resolves when it was told, or could not be. Never rejects. */
  tell(phone: string, stopped: boolean): Promise<void> {
    if (this.#untold.size < most) this.#untold.set(phone, stopped);
    return this.#telling.last();
  }

  /** Tells every minute what could not be told. @returns what ends that */
  keepTelling(): () => void {
    return this.#telling.startLater();
  }

  async #tellAll(): Promise<void> {
    for (const [phone, stopped] of this.#untold) {
      await this.#parts.optOuts.noteOptOut({ phone, stopped }).catch((error: unknown) => {
        // What the bank's side will never take must not keep the others waiting.
        if (!(error instanceof UnfreezeError) || error.code !== 'messageInvalid') throw error;
      });
      // What was said meanwhile is told in its turn.
      if (this.#untold.get(phone) === stopped) this.#untold.delete(phone);
    }
  }
}
