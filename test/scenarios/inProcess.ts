import { randomUUID } from 'node:crypto';
import { type Activity, ActivityTypes, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import type { Language } from '../../kit/language.ts';
import { minutes as minute } from '../../kit/time.ts';
import {
  FormCarrier,
  type ScenarioChannel,
  type ScenarioConversation,
  type Sentence,
  sentence,
} from './channel.ts';
import type { Turn } from './scenario.ts';
import type { ScenarioBank } from './scenarioBank.ts';

/** The conversation without any wire: what the bot sends is kept. */
class KeepingAdapter extends BotAdapter {
  sent: Partial<Activity>[] = [];

  override async sendActivities(
    _turnContext: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    this.sent.push(...activities);
    return activities.map(() => ({ id: randomUUID() }));
  }
  override async updateActivity(): Promise<never> {
    throw new Error('nothing that was said changes');
  }
  override async deleteActivity(): Promise<never> {
    throw new Error('nothing that was said goes');
  }
  override async continueConversation(): Promise<never> {
    throw new Error('a turn begins with an activity');
  }
}

export class InProcessConversation implements ScenarioConversation {
  readonly greeting: Sentence[] = [];
  /** Everything that was sent to the customer, as it was. */
  readonly everything: Partial<Activity>[] = [];
  readonly id = randomUUID();
  readonly #bank: ScenarioBank;
  readonly #language: Language;
  readonly #adapter = new KeepingAdapter();
  readonly #carrier = new FormCarrier();

  constructor(bank: ScenarioBank, language: Language) {
    this.#bank = bank;
    this.#language = language;
  }

  async begins(): Promise<this> {
    const membersAdded = [{ id: 'customer', name: '' }];
    this.greeting.push(...(await this.post({ type: ActivityTypes.ConversationUpdate, membersAdded })));
    return this;
  }

  async takes(turn: Turn): Promise<Sentence[]> {
    return this.post(await this.#carrier.activity(turn));
  }

  async waits(minutes: number): Promise<void> {
    this.#bank.bank.passes(minutes * minute);
  }

  async post(activity: object): Promise<Sentence[]> {
    const whole = {
      id: randomUUID(),
      channelId: 'directline',
      conversation: { id: this.id },
      from: { id: 'customer', name: '', role: 'user' },
      recipient: { id: 'bot', name: '', role: 'bot' },
      serviceUrl: 'urn:test',
      locale: this.#language,
      ...activity,
    } as unknown as Activity;
    const { heard } = await this.#bank.handler.seal(whole);
    this.#adapter.sent = [];
    await this.#bank.handler.handle(new TurnContext(this.#adapter, heard));
    this.everything.push(...this.#adapter.sent);
    const sentences = this.#adapter.sent.filter(({ type }) => type === ActivityTypes.Message).map(sentence);
    this.#carrier.sees(sentences);
    return sentences;
  }
}

export function inProcess(bank: ScenarioBank): ScenarioChannel {
  return {
    name: 'in process',
    begin: (language) => new InProcessConversation(bank, language).begins(),
    close: async () => {},
  };
}
