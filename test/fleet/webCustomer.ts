import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Activity } from 'botbuilder';
import WebSocket from 'ws';
import type { MadeCard } from '../../bench/turns/madeCustomers.ts';
import { seconds } from '../../kit/time.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import { SecureForm, secureFormContentType } from '../../services/contract/secureForm.ts';
import { persistently } from './persistently.ts';

const root = '/v3/directline/conversations';
const betweenPolls = 0.2 * seconds;
const longestAnswer = 60 * seconds;
const mostSteps = 30;

const idOf = ({ channelData }: Activity) => String(channelData?.thawline?.messageId ?? '');

/** Somebody who unfreezes a card in web chat, whichever process answers, and does what they are asked for. */
export class WebCustomer {
  /** How often they wrote something. */
  posted = 0;
  /** The ids of every sentence that they were told. */
  readonly heard = new Set<string>();
  conversationId = '';
  readonly #url: string;
  readonly #headers: Record<string, string>;
  readonly #card: MadeCard;
  readonly #seen = new Map<string, Activity>();
  #token = '';
  #watermark = '';
  #socket: WebSocket | undefined;

  constructor(url: string, card: MadeCard, place: number) {
    this.#url = url;
    this.#card = card;
    this.#headers = { 'X-Forwarded-For': `10.1.${place >> 8}.${place & 255}`, 'Accept-Language': 'en' };
  }

  /** @param how they get what is said: by asking for it, or over a stream */
  async unfreezes(how: 'polls' | 'listens', stepped: () => void): Promise<void> {
    this.#token = String((await this.#call('POST', '/webchat/token')).token);
    const started = await this.#call('POST', root);
    this.#token = String(started.token);
    this.conversationId = String(started.conversationId);
    if (how === 'listens') void this.#listens();
    try {
      let said = await this.#posts({ type: 'message', text: 'check my card' });
      for (let steps = 0; !said.some((one) => idOf(one) === 'outcome.unfrozen'); steps++) {
        if (steps === mostSteps) throw new Error(`web chat came to no end: ${said.map(idOf)}`);
        stepped();
        said = await this.#posts(await this.#next(said));
      }
    } finally {
      const socket = this.#socket;
      this.#socket = undefined;
      socket?.terminate();
    }
  }

  async #next(said: readonly Activity[]): Promise<object> {
    const says = (text: string) => ({ type: 'message', text });
    const forms = said.flatMap(({ attachments = [] }) => attachments);
    const form = forms.findLast(({ contentType }) => contentType === secureFormContentType);
    if (form) return this.#gives(SecureForm.parse(form.content));
    const asked = said.map(idOf);
    if (asked.some((id) => id.startsWith('unfreeze.confirm'))) return says('yes');
    if (asked.some((id) => id.startsWith('cardNumber.'))) return says(this.#card.number);
    return says('check my card');
  }

  async #gives({ item, authenticationRequest }: SecureForm): Promise<object> {
    const { id, attempt } = authenticationRequest;
    const value = this.#card[item as 'identityDocument' | 'transactionPassword'];
    const envelope = await seal(value, { authenticationRequest, item });
    const given = { authenticationRequest: id, item, attempt, envelope };
    return { type: 'event', name: 'authenticationInformation', value: given };
  }

  /** @returns what the bot says to it */
  async #posts(activity: object): Promise<Activity[]> {
    const own = { from: { id: 'me' }, channelData: { clientActivityID: randomUUID() } };
    this.posted += 1;
    const { id } = await this.#call('POST', `${root}/${this.conversationId}/activities`, {
      ...activity,
      ...own,
    });
    const deadline = performance.now() + longestAnswer;
    for (;;) {
      const answer = [...this.#seen.values()].filter(({ replyToId }) => replyToId === id);
      if (answer.length > 0) return answer;
      if (performance.now() > deadline) throw new Error('a post in web chat was never answered');
      if (this.#socket === undefined) await this.#polls();
      await setTimeout(betweenPolls);
    }
  }

  async #polls(): Promise<void> {
    this.#hears(
      await this.#call('GET', `${root}/${this.conversationId}/activities?watermark=${this.#watermark}`),
    );
  }

  #hears({ activities, watermark }: Record<string, unknown>): void {
    for (const activity of (activities ?? []) as Activity[]) {
      this.#seen.set(String(activity.id), activity);
      this.heard.add(idOf(activity));
    }
    this.#watermark = String(watermark ?? this.#watermark);
  }

  /** Comes back to whichever process is next, with what was seen so far, as often as the stream breaks. */
  async #listens(): Promise<void> {
    do {
      const resumed = await this.#call('GET', `${root}/${this.conversationId}?watermark=${this.#watermark}`);
      const socket = new WebSocket(String(resumed.streamUrl));
      this.#socket = socket;
      socket.on('message', (frame) => {
        const text = frame.toString();
        if (text !== '') this.#hears(JSON.parse(text));
      });
      socket.on('error', () => {});
      await once(socket, 'close').catch(() => {});
    } while (this.#socket !== undefined);
  }

  async #call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const { status, text } = await persistently(`${this.#url}${path}`, {
      method,
      headers: {
        ...this.#headers,
        ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (status >= 300) throw new Error(`${method} ${path} was answered with ${status} ${text}`);
    return JSON.parse(text);
  }
}
