import { parse } from '../../kit/parse.ts';
import type { EntityManager } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant } from '../../kit/time.ts';
import { OptOut, type OptOutAnswer } from '../contract/optOut.ts';
import type { OptOutsClient } from '../contract/receiptsClient.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { OptOuts as Rows } from '../tables/optOut.ts';
import { phoneIndex } from './disownable.ts';

type Parts = { store: Store; fields: FieldSealing; clock: Clock };

/** The telephones that have said STOP. */
export class OptOuts implements OptOutsClient {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  async noteOptOut(optOut: OptOut): Promise<OptOutAnswer> {
    const { phone, stopped } = parse(OptOut, optOut);
    const { store, fields, clock } = this.#parts;
    const row = { phoneIndex: phoneIndex(fields, phone), at: instant(clock()) };
    await store.transaction([], async (manager) => {
      if (stopped) await manager.upsert(Rows, row, ['phoneIndex']);
      else await manager.delete(Rows, { phoneIndex: row.phoneIndex });
    });
    return { noted: true };
  }

  /** @param index as `phoneIndex` makes it */
  has(manager: EntityManager, index: string): Promise<boolean> {
    return manager.existsBy(Rows, { phoneIndex: index });
  }
}
