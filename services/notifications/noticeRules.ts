import type { EntityManager } from '../../kit/store/query.ts';
import { quietUntil } from '../profiles/quietUntil.ts';
import type { FieldSealing } from '../security/fieldSealing.ts';
import type { Customer } from '../tables/customer.ts';
import { registeredPhoneOf } from './phoneOf.ts';
import type { TextForms } from './textForm.ts';

type NoticeRulesDependencies = {
  fields: FieldSealing;
  optOuts: { has(manager: EntityManager, phone: string): Promise<boolean> };
  /** How many messages go out over all, and where they may go. */
  ceiling: { allows(manager: EntityManager): Promise<boolean> };
  reaches: (phone: string) => boolean;
  texts: TextForms;
};

/** Whether and when an owner may get a text about their card that they did not ask for. */
export class NoticeRules {
  readonly #parts: NoticeRulesDependencies;

  constructor(parts: NoticeRulesDependencies) {
    this.#parts = parts;
  }

  async mayBeTold(manager: EntityManager, owner: Customer): Promise<boolean> {
    return (await this.mayReach(manager, owner)) && this.hasRoom(manager);
  }

  /** Not a telephone that said STOP, nor one that no message may go to. */
  async mayReach(manager: EntityManager, owner: Customer): Promise<boolean> {
    const { reaches, optOuts } = this.#parts;
    const phone = registeredPhoneOf(owner, this.#parts);
    return reaches(phone) && !(await optOuts.has(manager, phone));
  }

  /** Whether one more may go out today. */
  hasRoom(manager: EntityManager): Promise<boolean> {
    return this.#parts.ceiling.allows(manager);
  }

  /** The end of the hours in which it would wake them; undefined outside of those. */
  quietUntil(owner: Customer, now: Date): Date | undefined {
    return quietUntil(this.#parts.texts.profileOf(registeredPhoneOf(owner, this.#parts)), now);
  }
}
