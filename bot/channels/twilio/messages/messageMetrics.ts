import type { Logger } from 'pino';
import { Counter, type Registry } from 'prom-client';
import { channelIds } from './messageChannels.ts';
import type { MessageStatus } from './messageRequest.ts';
import { segments } from './segments.ts';
import type { Sender } from './sender.ts';

const failures = ['failed', 'undelivered'];

/** Metrics of the messages sent: their cost, and those that did not arrive. */
export class MessageMetrics {
  readonly #undelivered: Counter<'code'>;
  readonly #segments: Counter;
  readonly #log: Logger;

  constructor({ registry, log }: { registry: Registry; log: Logger }) {
    this.#log = log;
    this.#undelivered = new Counter({
      name: 'thawline_answers_undelivered_total',
      help: 'SMS and WhatsApp messages that answered a customer and did not arrive, by Twilio’s error code',
      labelNames: ['code'],
      registers: [registry],
    });
    this.#segments = new Counter({
      name: 'thawline_sms_segments_total',
      help: 'Segments of the SMS that answered customers, as carriers charge them',
      registers: [registry],
    });
  }

  /** Counts the texts of an answer. */
  sent(texts: readonly string[], { channelId }: Pick<Sender, 'channelId'>): void {
    if (channelId !== channelIds.sms) return;
    this.#segments.inc(texts.reduce((sum, text) => sum + segments(text), 0));
  }

  /**
   * Counts a status report. A text that did not arrive is not sent again: the customer will write again, and the bot
   * then says where they are.
   */
  report({ MessageSid, MessageStatus: status, ErrorCode: code = 'none' }: MessageStatus): void {
    if (!failures.includes(status)) return;
    this.#undelivered.inc({ code });
    this.#log.warn({ message: MessageSid, code }, 'an answer did not arrive');
  }
}
