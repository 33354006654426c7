import { type EntityManager, IsNull } from '../../../kit/store/query.ts';
import { type Clock, instant } from '../../../kit/time.ts';
import { AuthenticationAnswer } from '../../contract/authenticationInformation.ts';
import type { CardReference } from '../../contract/card.ts';
import { IdempotentRequests } from '../../tables/idempotentRequest.ts';
import { ClaimedUnfreezings, type Unfreezing } from '../../tables/unfreezing.ts';

/** The unfreezings that a card system elsewhere was asked for, or is about to be: at most one of a card is open. */
export class UnfreezingClaims {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param idempotencyKey under which the answer is to be kept, if under any */
  async claim(manager: EntityManager, unfreezing: Unfreezing, idempotencyKey: string | null): Promise<void> {
    const claimed = { ...unfreezing, claimedAt: instant(this.#clock()), idempotencyKey };
    await manager.insert(ClaimedUnfreezings, { ...claimed, answer: null, concludedAt: null });
  }

  /** Those whose end is not known, oldest first: of one card, or all. */
  open(manager: EntityManager, card?: CardReference): Promise<Unfreezing[]> {
    return manager.find(ClaimedUnfreezings, {
      where: { concludedAt: IsNull(), ...(card && { card }) },
      order: { claimedAt: 'ASC' },
    });
  }

  /** The answer of one that is concluded. */
  async answer(manager: EntityManager, { id }: Unfreezing): Promise<AuthenticationAnswer | undefined> {
    const { answer } = await manager.findOneByOrFail(ClaimedUnfreezings, { id });
    return answer === null ? undefined : AuthenticationAnswer.parse(JSON.parse(answer));
  }

  async conclude(manager: EntityManager, { id }: Unfreezing, answer: AuthenticationAnswer): Promise<void> {
    const concludedAt = instant(this.#clock());
    await manager.update(ClaimedUnfreezings, { id }, { answer: JSON.stringify(answer), concludedAt });
  }

  /** Keeps the answer for whoever asked, in the place of the process that would have. */
  async keepFor(manager: EntityManager, { id }: Unfreezing, answer: AuthenticationAnswer): Promise<void> {
    const { idempotencyKey: key } = await manager.findOneByOrFail(ClaimedUnfreezings, { id });
    if (key === null) return;
    const unanswered = { key, answer: IsNull() };
    await manager.update(IdempotentRequests, unanswered, { answer: JSON.stringify(answer) });
  }
}
