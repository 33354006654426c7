import type { EntityManager } from 'typeorm';
import { UnfreezeError } from '../contract/errors.ts';
import { instant, later, minutes } from '../contract/time.ts';
import type { UserTerminal } from '../contract/userTerminal.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import { QueryCounts } from '../store/entities/queryCount.ts';

const most = 20;
const window = 10 * minutes;

/**
 * So many card status queries of one user terminal are answered in ten minutes, over all processes and restarts:
 * frozen cards stay distinguishable from others.
 */
export class QueryLimit {
  readonly #fields: FieldSealing;

  constructor(fields: FieldSealing) {
    this.#fields = fields;
  }

  /** Counts a query inside its own transaction. @throws UnfreezeError `tooManyRequests` */
  async count(manager: EntityManager, { channel, address }: UserTerminal, now: Date): Promise<void> {
    const subject = this.#fields.index('queryLimit', `${channel}\0${address}`);
    const found = await manager.findOneBy(QueryCounts, { subject });
    // One that began in the future was counted before the clock was set back: it must not last for ever.
    const holds = found && found.since > instant(later(now, -window)) && found.since <= instant(now);
    const { since, count } = holds ? found : { since: instant(now), count: 0 };
    if (count >= most) {
      throw new UnfreezeError('tooManyRequests', 'too many card status queries from one user terminal');
    }
    await manager.upsert(QueryCounts, { subject, since, count: count + 1 }, ['subject']);
  }
}
