import type { Content, Delivery, HeardDelivery, Sealed } from '../../../../bot/turn/delivery.ts';
import type { Reply } from '../../../../bot/turn/reply.ts';
import type { Terminal, Turned } from '../../../../bot/turn/terminal.ts';

/** A bot that greets with the locale and echoes; long numbers are sealed away as the real one seals secrets. */
export class EchoBot implements Terminal<never> {
  readonly heard: Content[] = [];
  readonly deliveries: Delivery[] = [];
  /** What the edge has found, which here is nothing. */
  readonly found: unknown[] = [];
  /** What the next messages do before they are answered; what they say comes before the answer. */
  beforeReply: (say: (text: string) => void) => Promise<void> = async () => {};

  /** The network address of each turn, where it has one. */
  get networks(): unknown[] {
    return this.deliveries.map(({ network }) => network);
  }

  async seal(_delivery: Delivery, content: Content): Promise<Sealed<never>> {
    const shown: Content =
      content.what === 'words'
        ? { ...content, text: content.text.replace(/\d{6,}/g, '••••') }
        : content.what === 'event'
          ? { what: 'event', name: content.name }
          : content;
    const heard = content.what === 'event' ? content : shown;
    return { shown, heard: { content: heard }, kept: { content: shown } };
  }

  async converse(delivery: Delivery, { content, found }: HeardDelivery<never>): Promise<Turned> {
    this.heard.push(content);
    if (found !== undefined) this.found.push(found);
    this.deliveries.push(delivery);
    const replies: Reply[] = [];
    const say = (text: string) => void replies.push({ type: 'message', text });
    if (content.what === 'arrives') say(`Hello in ${delivery.locale ?? 'no language'}`);
    if (content.what === 'event') say(`You sent: ${content.name}`);
    if (content.what === 'words') {
      await this.beforeReply(say);
      say(`You said: ${content.text}`);
    }
    return { replies, expects: { what: 'words' }, standing: { state: {}, awaits: undefined } };
  }
}
