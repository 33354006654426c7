import pino from 'pino';
import { OutboxDelivery } from '../../../services/notifications/delivery.ts';
import type { ShortMessage } from '../../../services/notifications/messageSender.ts';
import type { TestBank } from '../testBank.ts';

/** The customers' telephones: what the bank's side has sent to them. */
export class Phone {
  readonly messages: ShortMessage[] = [];
  logged = '';
  /** What the provider answers; nothing where it takes the message. */
  trouble: Error | undefined;
  readonly delivery: OutboxDelivery;

  constructor(bank: TestBank, secureFormUrl = 'https://cards.bank.example') {
    this.delivery = new OutboxDelivery({
      ...bank,
      clock: bank.now,
      log: pino({ level: 'trace' }, { write: (line: string) => (this.logged += line) }),
      letterhead: { timeZone: 'Asia/Shanghai', agentPhone: '+12025550100' },
      secureFormUrl: () => secureFormUrl,
      sender: {
        send: async (message) => {
          if (this.trouble) throw this.trouble;
          this.messages.push(message);
          return { providerId: `SM${this.messages.length}` };
        },
      },
    });
  }

  /** Sends what is due. @returns the token of the newest link that came, or '' */
  async token(): Promise<string> {
    await this.delivery.deliverDue();
    return this.messages.flatMap(({ body }) => /\/s\/([\w-]+)/.exec(body)?.[1] ?? []).at(-1) ?? '';
  }

  /** Sends what is due. @returns the newest code for the form that came, in its groups, or '' */
  code(): Promise<string> {
    return this.#newest((body) => /\b10\b/.test(body));
  }

  /** The same of a receipt, whose code is not for ten minutes. */
  noticeCode(): Promise<string> {
    return this.#newest((body) => !/\b10\b/.test(body));
  }

  async #newest(isMeant: (body: string) => boolean): Promise<string> {
    await this.delivery.deliverDue();
    const meant = this.messages.filter(({ body }) => isMeant(body));
    return meant.flatMap(({ body }) => /\d{4} \d{4} \d{5}/.exec(body)?.[0] ?? []).at(-1) ?? '';
  }
}
