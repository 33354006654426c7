import type { ChannelForm } from '../../../bot/turn/channelForm.ts';
import type { Content, Delivery, HeardDelivery, Sealed } from '../../../bot/turn/delivery.ts';
import type { Standing, Terminal, Turned } from '../../../bot/turn/terminal.ts';
import type { UnitOfWork } from '../../../kit/store/unitOfWork.ts';

/** What stands for a secret in a sentence of these tests. */
const digits = /\d{6,}/;

/**
 * A terminal that notes what it hears in the conversation's state, and says all of it. Six digits are a secret: they
 * travel on as an envelope, of which nothing is kept but that it was there.
 */
export class NotingTerminal implements Terminal<string> {
  /** What happens in a turn before it says anything. */
  before: (said: string, work: UnitOfWork) => Promise<unknown> = async () => {};
  /** What each turn has heard, also where it has come to nothing. */
  readonly begun: string[] = [];

  async seal(_delivery: Delivery, content: Content): Promise<Sealed<string>> {
    if (content.what !== 'words') return { shown: content, heard: { content }, kept: { content } };
    const [secret] = digits.exec(content.text) ?? [];
    const shown: Content = { what: 'words', text: content.text.replace(digits, '••••') };
    if (secret === undefined) return { shown, heard: { content: shown }, kept: { content: shown } };
    const [heard, kept] = [`envelope of ${secret}`, 'lost'].map((found) => ({ content: shown, found }));
    return { shown, heard: heard ?? { content }, kept: kept ?? { content }, held: 'secret', takesLong: true };
  }

  async converse(
    _delivery: Delivery,
    heard: HeardDelivery<string>,
    { state }: Standing,
    work: UnitOfWork,
  ): Promise<Turned> {
    const said = saidIn(heard);
    this.begun.push(said);
    await this.before(said, work);
    const noted = [...((state as { noted?: string[] } | undefined)?.noted ?? []), said];
    return {
      replies: [{ type: 'message', text: noted.join(' ') }],
      expects: { what: 'words' },
      standing: { state: { noted }, awaits: { after: said } },
    };
  }
}

function saidIn({ content, found }: HeardDelivery<string>): string {
  if (found !== undefined) return found;
  if (content.what === 'words') return content.text;
  return content.what === 'wish' ? `(${content.wish})` : `(${content.what})`;
}

/** A channel whose answer is what was said, and nothing else. */
export function textForm(text: string, more: Partial<ChannelForm<undefined>> = {}): ChannelForm<undefined> {
  return {
    looks: async () => undefined,
    reads: () => ({ what: 'words', text }),
    writes: ({ replies }) => ({ answer: replies.map((reply) => reply.text).join() }),
    ...more,
  };
}

/** @param id the channel's own; undefined where it gives none */
export function delivery(id?: string, { conversation = '+86 138', channelId = 'sms' } = {}): Delivery {
  return {
    reference: {
      channelId,
      serviceUrl: 'urn:test',
      conversation: { id: conversation },
      user: 'user',
      bot: 'bot',
    },
    id,
    locale: undefined,
  };
}
