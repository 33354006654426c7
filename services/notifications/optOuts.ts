import { parse } from '../../kit/parse.ts';
import { type EntityManager, In } from '../../kit/store/query.ts';
import type { Store } from '../../kit/store/store.ts';
import { type Clock, instant } from '../../kit/time.ts';
import { OptOut, type OptOutAnswer } from '../contract/optOut.ts';
import type { OptOutsClient } from '../contract/receiptsClient.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { OptOutRows as Rows } from '../tables/optOut.ts';
import { phoneIndexes } from './disownable.ts';

type OptOutsDependencies = { store: Store; fields: FieldSealing; clock: Clock };

/** The telephones that have said STOP. */
export class OptOuts implements OptOutsClient {
  readonly #parts: OptOutsDependencies;

  constructor(parts: OptOutsDependencies) {
    this.#parts = parts;
  }

  /** @throws UnfreezeError `messageInvalid`, `storeUnavailable` */
  async noteOptOut(optOut: OptOut): Promise<OptOutAnswer> {
    const { phone, stopped } = parse(OptOut, optOut);
    const { store, fields, clock } = this.#parts;
    const [newest = '', ...older] = phoneIndexes(fields, phone);
    const row = { phoneIndex: newest, at: instant(clock()) };
    await store.transaction([], async (manager) => {
      if (stopped) await manager.upsert(Rows, row, ['phoneIndex']);
      else await manager.delete(Rows, { phoneIndex: In([newest, ...older]) });
    });
    return { noted: true };
  }

  has(manager: EntityManager, phone: string): Promise<boolean> {
    return manager.existsBy(Rows, { phoneIndex: In(phoneIndexes(this.#parts.fields, phone)) });
  }
}
