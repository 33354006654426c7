import { randomUUID } from 'node:crypto';
import type { Carrier } from './carrier.ts';
import type { MessagingApp, ThreadView } from './contract/simulatedMessages.ts';
import { TextThread } from './textThread.ts';

const mostThreads = 200;

/**
 * The messages on the telephones of the demo bank's customers, in memory: what they write and are answered, and what
 * the bank sends of its own accord, which in the demo goes nowhere else.
 */
export class Handsets {
  readonly #carrier: Carrier;
  /** The one that was used last stands last. */
  readonly #threads = new Map<string, TextThread>();

  constructor(carrier: Carrier) {
    this.#carrier = carrier;
  }

  /** A message of the bank's, as whoever delivers messages hands it over. */
  async send({ to, body }: { to: string; body: string }): Promise<{ providerId: string }> {
    this.#thread(to, 'sms').receive(body);
    return { providerId: `demo-${randomUUID()}` };
  }

  /** A text that the service has given to the carrier. @param to with `whatsapp:` before it where it goes there */
  receives(to: string, body: string): void {
    const isWhatsApp = to.startsWith('whatsapp:');
    this.#thread(to.replace('whatsapp:', ''), isWhatsApp ? 'whatsApp' : 'sms').receive(body);
  }

  /** Writes a message and waits for the answer. */
  async writes(number: string, app: MessagingApp, words: string): Promise<void> {
    await this.#thread(number, app).send(words);
  }

  /** What came after the message at this place; the first has place 1. */
  view(number: string, app: MessagingApp, after: number): ThreadView {
    const { shown, documents, problems } = this.#thread(number, app);
    const messages = shown.slice(after).map((message, index) => ({ place: after + index + 1, ...message }));
    return { messages, document: documents.at(-1) ?? '', problems };
  }

  #thread(number: string, app: MessagingApp): TextThread {
    const from = app === 'whatsApp' ? `whatsapp:${number}` : number;
    const thread = this.#threads.get(from) ?? new TextThread(this.#carrier, from);
    this.#threads.delete(from);
    this.#threads.set(from, thread);
    const [oldest] = this.#threads.keys();
    if (oldest !== undefined && this.#threads.size > mostThreads) this.#threads.delete(oldest);
    return thread;
  }
}
