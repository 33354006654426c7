import type { Logger } from 'pino';
import { Counter, type Registry } from 'prom-client';
import type { MessageStatus } from './messageRequest.ts';

const failures = ['failed', 'undelivered'];

/**
 * Counts the answers that did not arrive, by Twilio's code. Nothing is sent again: the customer writes again, and the
 * bot says where they are.
 */
export class UndeliveredMessages {
  readonly #counter: Counter<'code'>;
  readonly #log: Logger;

  constructor({ registry, log }: { registry: Registry; log: Logger }) {
    this.#log = log;
    this.#counter = new Counter({
      name: 'thawline_answers_undelivered_total',
      help: 'SMS and WhatsApp messages that answered a customer and did not arrive, by Twilio’s error code',
      labelNames: ['code'],
      registers: [registry],
    });
  }

  report({ MessageSid, MessageStatus: status, ErrorCode: code = 'none' }: MessageStatus): void {
    if (!failures.includes(status)) return;
    this.#counter.inc({ code });
    this.#log.warn({ message: MessageSid, code }, 'an answer did not arrive');
  }
}
