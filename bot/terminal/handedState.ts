import { randomUUID } from 'node:crypto';
import { ConversationState, type Storage, type StoreItems, type TurnContext } from 'botbuilder';

/** The states of the turns that run, each under a name of its own; nothing is read from anywhere or written anywhere. */
class Handed implements Storage {
  readonly states = new Map<string, object>();

  async read(names: string[]): Promise<StoreItems> {
    return Object.fromEntries(names.map((name) => [name, this.states.get(name) ?? {}]));
  }

  async write(): Promise<void> {
    throw new Error('the state of a turn is written with its answer');
  }

  async delete(): Promise<void> {
    throw new Error('the state of a turn is written with its answer');
  }
}

/**
 * Botbuilder's conversation state over what the turn engine has read. Who hands it in takes it out again after the turn
 * and writes it with the answer.
 */
export class HandedState extends ConversationState {
  readonly #handed: Handed;
  readonly #names = new WeakMap<TurnContext, string>();

  constructor() {
    const handed = new Handed();
    super(handed);
    this.#handed = handed;
  }

  /** @returns what takes the state out again, as the turn leaves it */
  hand(turnContext: TurnContext, state: object): () => object {
    const name = randomUUID();
    this.#names.set(turnContext, name);
    this.#handed.states.set(name, state);
    return () => {
      this.#handed.states.delete(name);
      return this.get(turnContext) ?? state;
    };
  }

  override getStorageKey(turnContext: TurnContext): string {
    return this.#names.get(turnContext) ?? '';
  }
}
