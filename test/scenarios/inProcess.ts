import { randomUUID } from 'node:crypto';
import type { Content, Delivery } from '../../bot/turn/delivery.ts';
import { messagesOf, type Reply } from '../../bot/turn/reply.ts';
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

/** Where a customer is, and how they are known there. */
type Place = { channelId: string; user: string; phone?: string | undefined };

/** The conversation without any wire: what the bot says is kept. */
export class InProcessConversation implements ScenarioConversation {
  readonly greeting: Sentence[] = [];
  /** Everything that was said to the customer, as it was. */
  readonly everything: Reply[] = [];
  readonly id = randomUUID();
  readonly #bank: ScenarioBank;
  readonly #language: Language;
  readonly #place: Place;
  readonly #carrier = new FormCarrier();

  constructor(
    bank: ScenarioBank,
    language: Language,
    place: Place = { channelId: 'directline', user: 'customer' },
  ) {
    this.#bank = bank;
    this.#language = language;
    this.#place = place;
  }

  async begins(): Promise<this> {
    this.greeting.push(...(await this.brings({ what: 'arrives' })));
    return this;
  }

  async takes(turn: Turn): Promise<Sentence[]> {
    return this.post(await this.#carrier.activity(turn));
  }

  async waits(minutes: number): Promise<void> {
    this.#bank.bank.passes(minutes * minute);
  }

  /** @param activity as a channel that renders the secure form carries it */
  post(activity: object): Promise<Sentence[]> {
    const { type, text = '', name = '', value, attachments } = activity as Record<string, string | undefined>;
    const attached = value !== undefined || attachments !== undefined;
    return this.brings(
      type === 'event'
        ? { what: 'event', name, value }
        : { what: 'words', text, ...(attached && { attached }) },
    );
  }

  async brings(content: Content): Promise<Sentence[]> {
    const { channelId, user, phone } = this.#place;
    const delivery: Delivery = {
      reference: { channelId, serviceUrl: 'urn:test', conversation: { id: this.id }, user, bot: 'bot' },
      id: randomUUID(),
      locale: this.#language,
      phone,
    };
    let replies: readonly Reply[] = [];
    await this.#bank.turns.take(delivery, {
      looks: async () => undefined,
      reads: () => content,
      writes: (turned) => {
        replies = turned.replies;
        return { answer: '' };
      },
    });
    this.everything.push(...replies);
    const sentences = messagesOf(replies).map(sentence);
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
