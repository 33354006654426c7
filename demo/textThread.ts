import type { Carrier } from './carrier.ts';

/** One message of a thread as the telephone shows it. */
export type ShownText = { from: 'customer' | 'bank'; text: string };

/** What a customer's telephone shows of the messages with the service: one thread with one number. */
export class TextThread {
  readonly from: string;
  readonly shown: ShownText[] = [];
  /** What the carrier's debugger would show: TwiML that breaks a rule, and answers that are none. */
  readonly problems: string[] = [];
  /** Every document that the service answered with. */
  readonly documents: string[] = [];
  readonly #carrier: Carrier;

  /** @param from the customer's number, with `whatsapp:` before it where it writes there */
  constructor(carrier: Carrier, from: string) {
    this.#carrier = carrier;
    this.from = from;
  }

  /** A message that answers none. */
  receive(text: string): void {
    this.shown.push({ from: 'bank', text });
  }

  /** Sends a message. @returns the answers to it @param more parameters beside those of a plain text */
  async send(body: string, more: Record<string, string> = {}): Promise<string[]> {
    this.shown.push({ from: 'customer', text: body });
    const { replies, documents, problems } = await this.#carrier.text(this.from, body, more);
    this.shown.push(...replies.map((text): ShownText => ({ from: 'bank', text })));
    this.documents.push(...documents);
    this.problems.push(...problems);
    return replies;
  }
}
