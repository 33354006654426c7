import type { Logger } from 'pino';
import { loggedError } from '../../kit/loggedError.ts';
import type { RotatingSecret } from '../../kit/rotatingSecret.ts';
import type { Store } from '../../kit/store/store.ts';
import { UntoldRows } from '../../kit/store/untoldRows.ts';
import { type Clock, instant } from '../../kit/time.ts';
import { OptOut } from '../../services/contract/optOut.ts';
import type { OptOutsClient } from '../../services/contract/receiptsClient.ts';
import { ClosedTelephones } from './closedTelephone.ts';
import { type UntoldOptOutRow, UntoldOptOutRows } from './untoldOptOutsTable.ts';

type Parts = {
  store: Store;
  optOuts: OptOutsClient;
  /** From which the keys are made that close the telephones. */
  secret: RotatingSecret;
  clock: Clock;
  log: Logger;
};

/**
 * Tells the bank's side which telephones have said STOP, so that it sends them nothing of its own accord. Of each telephone
 * the newest word is kept until it was told; the answers in the channel stop without it.
 */
export class UntoldOptOuts {
  readonly #parts: Parts;
  readonly #telephones: ClosedTelephones;
  readonly #untold: UntoldRows<UntoldOptOutRow>;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#telephones = new ClosedTelephones(parts.secret);
    const { store, log } = parts;
    const words = {
      trouble: 'the bank’s side has not heard yet who has said STOP',
      refused: 'the bank’s side will never take who has said STOP or START',
    };
    const tell = (row: UntoldOptOutRow) => this.#tellOne(row);
    this.#untold = new UntoldRows({ store, rows: UntoldOptOutRows, tell, log, words });
  }

  /** Resolves once it is kept, and is told soon after. Never rejects: where it cannot be kept the log says so. */
  async note(phone: string, stopped: boolean): Promise<void> {
    const { store, clock, log } = this.#parts;
    const id = this.#telephones.id({ phone });
    const said = this.#telephones.close({ phone, stopped } satisfies OptOut, id);
    try {
      const row = { id, said, at: instant(clock()) };
      await store.transaction([], (manager) => manager.upsert(UntoldOptOutRows, row, ['id']));
    } catch (error) {
      log.error(
        { err: loggedError(error) },
        'the bank’s side will not hear that a telephone has said STOP or START',
      );
      return;
    }
    void this.#untold.tell();
  }

  /** Tells all that is kept. Never rejects. */
  tell(): Promise<void> {
    return this.#untold.tell();
  }

  /** Tells now, and every minute what could not be told. @returns what ends that */
  keepTelling(): () => void {
    return this.#untold.keepTelling();
  }

  #tellOne({ id, said }: UntoldOptOutRow): Promise<unknown> {
    return this.#parts.optOuts.noteOptOut(OptOut.parse(this.#telephones.open(said, id)));
  }
}
