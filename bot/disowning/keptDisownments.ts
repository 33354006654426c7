import type { Logger } from 'pino';
import type { Disowned, Disowning } from '../../dialogs/state/dialogParts.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { loggedError } from '../../kit/loggedError.ts';
import { Rounds } from '../../kit/rounds.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant, minutes } from '../../kit/time.ts';
import type { Telephone } from '../../services/contract/cardSearch.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import { ClosedTelephones } from './closedTelephone.ts';
import { type KeptDisownmentRow, KeptDisownmentRows } from './keptDisownmentsTable.ts';

type Parts = {
  store: Store;
  customerService: Pick<CustomerServiceClient, 'disown'>;
  /** From which the keys are made that close the telephones. */
  secret: Buffer;
  clock: Clock;
  log: Logger;
};

/**
 * "That was not me" while the bank's side is away: kept, at most once for each telephone, and told until it is answered,
 * through whatever restarts. What the bank's side has taken it settles itself.
 */
export class KeptDisownments implements Disowning {
  readonly #parts: Parts;
  readonly #telephones: ClosedTelephones;
  readonly #telling: Rounds;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#telephones = new ClosedTelephones(parts.secret);
    this.#telling = new Rounds({
      work: () => this.#tellAll(),
      every: 1 * minutes,
      log: parts.log,
      trouble: 'disowned unfreezings are not told of yet',
    });
  }

  /** @throws UnfreezeError where it could not even be kept, or can never be taken (`messageInvalid`) */
  async disown(from: Telephone): Promise<Disowned> {
    try {
      return await this.#parts.customerService.disown(from);
    } catch (error) {
      if (!(error instanceof UnfreezeError) || error.code === 'messageInvalid') throw error;
      this.#parts.log.error(
        { err: loggedError(error) },
        'a disowned unfreezing is kept, the bank’s side is away',
      );
    }
    await this.#keep(from);
    return { outcome: 'kept' };
  }

  /** Tells all that is kept, the oldest first. Never rejects. */
  tell(): Promise<void> {
    return this.#telling.now();
  }

  /** Tells now, and every minute what could not be told. @returns what ends that */
  keepTelling(): () => void {
    return this.#telling.start();
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

  async #tellAll(): Promise<void> {
    const { store } = this.#parts;
    const order = { at: 'ASC', id: 'ASC' } as const;
    const rows = await store.read((manager) => manager.find(KeptDisownmentRows, { order }));
    for (const row of rows) {
      const { outcome } = await this.#parts.customerService.disown(this.#opened(row));
      this.#parts.log.info({ outcome }, 'the bank’s side has taken a disowned unfreezing that was kept');
      // One that was kept anew meanwhile stays.
      await store.transaction([], (manager) => manager.delete(KeptDisownmentRows, row));
    }
  }

  #opened({ id, telephone }: KeptDisownmentRow): Telephone {
    return this.#telephones.open(telephone, id);
  }
}
