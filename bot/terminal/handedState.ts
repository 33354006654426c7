import type { StatePropertyAccessor, TurnContext } from 'botbuilder';

type State = Record<string, unknown>;

/**
 * The state of the conversation over what the turn engine has read, for the turns that run. Who hands it in takes it out
 * again after the turn and writes it with the answer: the SDK's own state would read and write a storage, and compare
 * the whole of it as JSON to find out whether to.
 */
export class HandedState {
  readonly #states = new WeakMap<TurnContext, State>();

  /** @returns what takes the state out again, as the turn leaves it */
  hand(turnContext: TurnContext, state: object): () => object {
    this.#states.set(turnContext, state as State);
    return () => this.of(turnContext);
  }

  /** The state of a turn as it stands; empty where none was handed in. */
  of(turnContext: TurnContext): State {
    return this.#states.get(turnContext) ?? {};
  }

  /** Forgets all that stands in it. */
  clear(turnContext: TurnContext): void {
    this.#states.set(turnContext, {});
  }

  /** One property of it, as the SDK's dialogs and ours read and write it. */
  createProperty<Value>(name: string): StatePropertyAccessor<Value> {
    return new Property<Value>(this, name);
  }
}

class Property<Value> implements StatePropertyAccessor<Value> {
  readonly #state: HandedState;
  readonly #name: string;

  constructor(state: HandedState, name: string) {
    this.#state = state;
    this.#name = name;
  }

  get(turnContext: TurnContext): Promise<Value | undefined>;
  get(turnContext: TurnContext, usual: Value): Promise<Value>;
  async get(turnContext: TurnContext, usual?: Value): Promise<Value | undefined> {
    const state = this.#state.of(turnContext);
    // What is given to all turns must not be changed by one of them.
    if (state[this.#name] === undefined && usual !== undefined) state[this.#name] = structuredClone(usual);
    return state[this.#name] as Value | undefined;
  }

  async set(turnContext: TurnContext, value: Value): Promise<void> {
    this.#state.of(turnContext)[this.#name] = value;
  }

  async delete(turnContext: TurnContext): Promise<void> {
    delete this.#state.of(turnContext)[this.#name];
  }
}
