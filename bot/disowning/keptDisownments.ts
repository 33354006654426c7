import type { Logger } from 'pino';
import type { Disowned, Disowning } from '../../dialogs/state/dialogDependencies.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { loggedError } from '../../kit/loggedError.ts';
import type { RotatingSecret } from '../../kit/rotatingSecret.ts';
import type { Store } from '../../kit/store/store.ts';
import { UntoldRows } from '../../kit/store/untoldRows.ts';
import { type Clock, instant } from '../../kit/time.ts';
import { Telephone } from '../../services/contract/cardSearch.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import { ClosedTelephones } from './closedTelephone.ts';
import { type KeptDisownmentRow, KeptDisownmentRows } from './keptDisownmentsTable.ts';

type KeptDisownmentsDependencies = {
  store: Store;
  customerService: Pick<CustomerServiceClient, 'disown'>;
  /** The secret that the keys for the telephones are derived from. */
  secret: RotatingSecret;
  clock: Clock;
  log: Logger;
};

/**
 * Keeps "that was not me" while the bank's side does not answer, at most once for each telephone, and passes it on
 * later, also after a restart. Once the bank's side has accepted it, the bank's side does the rest.
 */
export class KeptDisownments implements Disowning {
  readonly #parts: KeptDisownmentsDependencies;
  readonly #telephones: ClosedTelephones;
  readonly #untold: UntoldRows<KeptDisownmentRow>;

  constructor(parts: KeptDisownmentsDependencies) {
    this.#parts = parts;
    this.#telephones = new ClosedTelephones(parts.secret);
    const { store, log } = parts;
    const words = {
      trouble: 'the bank’s side has not heard of disowned unfreezings yet',
      refused: 'the bank’s side refuses a disowned unfreezing for good',
    };
    const tell = (row: KeptDisownmentRow) => this.#tellOne(row);
    this.#untold = new UntoldRows({ store, rows: KeptDisownmentRows, tell, log, words });
  }

  /** @throws UnfreezeError where it could not even be stored, or will never be accepted (`messageInvalid`) */
  async disown(from: Telephone): Promise<Disowned> {
    try {
      return await this.#parts.customerService.disown(from);
    } catch (error) {
      if (!(error instanceof UnfreezeError) || error.code === 'messageInvalid') throw error;
      this.#parts.log.error(
        { err: loggedError(error) },
        'a disowned unfreezing is kept until the bank’s side answers',
      );
    }
    await this.#keep(from);
    return { outcome: 'kept' };
  }

  /** Passes on everything stored, the oldest first. Never rejects. */
  tell(): Promise<void> {
    return this.#untold.tell();
  }

  /** Passes on now, and every minute what is left. @returns a function that stops it */
  keepTelling(): () => void {
    return this.#untold.keepTelling();
  }

  async #keep(from: Telephone): Promise<void> {
    const { store, clock } = this.#parts;
    const { phone, userTerminal } = from;
    const { channel, address } = userTerminal;
    const id = this.#telephones.id(from);
    const telephone = this.#telephones.close({ phone, userTerminal: { channel, address } }, id);
    const row = { id, telephone, at: instant(clock()) };
    await store.transaction([], (manager) => manager.upsert(KeptDisownmentRows, row, ['id']));
  }

  async #tellOne({ id, telephone }: KeptDisownmentRow): Promise<void> {
    const from = Telephone.parse(this.#telephones.open(telephone, id));
    const { outcome } = await this.#parts.customerService.disown(from);
    this.#parts.log.info({ outcome }, 'the bank’s side has accepted a disowned unfreezing that was kept');
  }
}
