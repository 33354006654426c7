import { type EntityManager, IsNull, LessThanOrEqual } from 'typeorm';
import { AuthenticationAnswer } from '../../contract/authenticationInformation.ts';
import type { CardReference } from '../../contract/card.ts';
import { type Clock, hours, instant, later } from '../../contract/time.ts';
import { ClaimedUnfreezings, type Unfreezing } from '../../store/entities/unfreezing.ts';

/** As long as whoever lost the answer may ask for it. */
const keptFor = 24 * hours;

/** The unfreezings that a card system elsewhere was asked for, or is about to be: at most one of a card is open. */
export class UnfreezingClaims {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async claim(manager: EntityManager, unfreezing: Unfreezing): Promise<void> {
    const claimedAt = instant(this.#clock());
    await manager.insert(ClaimedUnfreezings, { ...unfreezing, claimedAt, answer: null, concludedAt: null });
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

  async removeExpired(manager: EntityManager): Promise<void> {
    const before = instant(later(this.#clock(), -keptFor));
    await manager.delete(ClaimedUnfreezings, { concludedAt: LessThanOrEqual(before) });
  }
}
