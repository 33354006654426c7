import type { Content } from '../../bot/turn/delivery.ts';
import type { Sentence } from '../scenarios/channel.ts';
import { InProcessConversation } from '../scenarios/inProcess.ts';
import type { Turn } from '../scenarios/scenario.ts';
import type { ScenarioBank } from '../scenarios/scenarioBank.ts';

export type Channel = 'directline' | 'twilio-voice' | 'thawline-sms' | 'thawline-whatsapp' | 'msteams';

/** A customer somewhere, beside the same customer elsewhere: a channel's activities without its wire. */
export class Somewhere extends InProcessConversation {
  last: Sentence[] = [];

  constructor(bank: ScenarioBank, channelId: Channel, phone?: string) {
    const user = phone ? `pseudonym of ${phone} on ${channelId}` : 'customer';
    super(bank, 'en', { channelId, user, phone });
  }

  override async brings(content: Content): Promise<Sentence[]> {
    this.last = await super.brings(content);
    return this.last;
  }

  /** @returns the ids of the sentences that the bot answered with */
  async hears(text: string): Promise<string[]> {
    return this.does({ does: 'says', text });
  }

  async does(turn: Turn): Promise<string[]> {
    return (await this.takes(turn)).map(({ messageId }) => messageId);
  }

  /** The code that the bot has just given. */
  code(): string {
    const [, code] = /(\d{4} \d{4} \d{5})/.exec(this.last.map(({ text }) => text).join('\n')) ?? [];
    if (code === undefined) throw new Error(`no code in: ${this.last.map(({ text }) => text).join(' | ')}`);
    return code;
  }
}
