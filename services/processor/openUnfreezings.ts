import { UnfreezeError } from '../../kit/errors.ts';
import { IsNull } from '../../kit/store/query.ts';
import type { Instant } from '../../kit/time.ts';
import type { Decides } from '../approvals/approvals.ts';
import type { ProcessorDependencies } from '../authentication/processorDependencies.ts';
import type { ByHand } from '../contract/byHand.ts';
import type { HandOutcome } from '../contract/handOutcomes.ts';
import { ClaimedUnfreezings, type Unfreezing } from '../tables/unfreezing.ts';
import { concludeUnfreezing } from './concludeUnfreezing.ts';

export type OpenUnfreezing = Unfreezing & { claimedAt: Instant };

/** The unfreezings that the bank's own card system was asked for and whose result is still unknown. */
export class OpenUnfreezings {
  readonly #parts: ProcessorDependencies;

  constructor(parts: ProcessorDependencies) {
    this.#parts = parts;
  }

  /** The open unfreezings, the oldest first. */
  list(): Promise<OpenUnfreezing[]> {
    return this.#parts.store.read((manager) =>
      manager.find(ClaimedUnfreezings, {
        where: { concludedAt: IsNull() },
        order: { claimedAt: 'ASC', id: 'ASC' },
      }),
    );
  }

  /** The number of open unfreezings, and the age of the oldest in milliseconds. */
  async standing(): Promise<{ count: number; oldest: number }> {
    const [first, ...others] = await this.list();
    if (!first) return { count: 0, oldest: 0 };
    return {
      count: 1 + others.length,
      oldest: this.#parts.clock().getTime() - Date.parse(first.claimedAt),
    };
  }

  /**
   * Finishes an unfreezing with the operator's result, as if the card system had reported it; the audit trail names the
   * operator.
   * @returns whether the customer gets a receipt; they do not where the card could not be looked up
   * @throws UnfreezeError `messageInvalid` where it is not open (any more)
   */
  async settleByHand(
    id: string,
    outcome: HandOutcome,
    by: ByHand,
    decides: Decides = async () => {},
  ): Promise<{ receipt: boolean }> {
    const { cardSystem, audit, clock } = this.#parts;
    const unfreezing = (await this.list()).find((one) => one.id === id);
    if (!unfreezing) throw new UnfreezeError('messageInvalid', 'no such unfreezing is open');
    const { card } = unfreezing;
    return cardSystem.settleByHand(unfreezing, outcome, {
      async notes(manager) {
        await decides(manager, 'done');
        await audit.write(manager, clock(), 'unfreezingSettledByHand', {
          unfreezing: id,
          card,
          outcome,
          ...by,
        });
      },
      concludes: (...concluded) => concludeUnfreezing(this.#parts, ...concluded),
    });
  }
}
