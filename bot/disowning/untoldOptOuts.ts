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

type UntoldOptOutsDependencies = {
  store: Store;
  optOuts: OptOutsClient;
  /** The secret that the keys for the telephones are derived from. */
  secret: RotatingSecret;
  clock: Clock;
  log: Logger;
};

/**
 * Tells the bank's side which telephones have sent STOP, so that it sends them nothing unasked. The latest STOP or
 * START of each telephone is kept until it was passed on; the channel itself stops its answers without this.
 */
export class UntoldOptOuts {
  readonly #parts: UntoldOptOutsDependencies;
  readonly #telephones: ClosedTelephones;
  readonly #untold: UntoldRows<UntoldOptOutRow>;

  constructor(parts: UntoldOptOutsDependencies) {
    this.#parts = parts;
    this.#telephones = new ClosedTelephones(parts.secret);
    const { store, log } = parts;
    const words = {
      trouble: 'the bank’s side has not heard yet who has said STOP',
      refused: 'the bank’s side refuses a STOP or START for good',
    };
    const tell = (row: UntoldOptOutRow) => this.#tellOne(row);
    this.#untold = new UntoldRows({ store, rows: UntoldOptOutRows, tell, log, words });
  }

  /** Stores a STOP or START; it is passed on soon after. Never rejects: if it cannot be stored, the log says so. */
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

  /** Passes on everything stored. Never rejects. */
  tell(): Promise<void> {
    return this.#untold.tell();
  }

  /** Passes on now, and every minute what is left. @returns a function that stops it */
  keepTelling(): () => void {
    return this.#untold.keepTelling();
  }

  #tellOne({ id, said }: UntoldOptOutRow): Promise<unknown> {
    return this.#parts.optOuts.noteOptOut(OptOut.parse(this.#telephones.open(said, id)));
  }
}
