import { once } from 'node:events';
import type { Activity } from 'botbuilder';
import { WebSocket } from 'undici';
import type { AuthenticationItem } from '../../../services/contract/items/index.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { SecureForm, secureFormContentType } from '../../../services/contract/secureForm.ts';
import { ask } from '../post.ts';
import { type Case, networkAddressOf, type Turn, type Visitor } from '../visitor.ts';

const root = '/v3/directline/conversations';

type Answer = Record<string, unknown>;

/** A conversation over Direct Line, whichever way its answers come. */
abstract class WebConversation {
  readonly from: Record<string, string>;
  readonly #url: string;
  #path = '';
  #token = '';

  constructor(url: string, visitor: Visitor) {
    this.#url = url;
    this.from = { 'X-Forwarded-For': networkAddressOf(visitor), 'Accept-Language': 'en' };
  }

  /** Until the bot has greeted. */
  abstract begins(): Promise<void>;
  /** What the bot says next. */
  protected abstract hears(): Promise<Activity[]>;
  ends(): void {}

  says(text: string): Promise<Activity[]> {
    return this.#posts({ type: 'message', from: { id: 'me' }, text });
  }

  /** Seals an item for a form, as the page does. */
  async gives(form: SecureForm, value: string): Promise<Activity[]> {
    const { item, authenticationRequest } = form;
    const { id, attempt } = authenticationRequest;
    const envelope = await seal(value, { authenticationRequest, item });
    return this.#posts({
      type: 'event',
      name: 'authenticationInformation',
      from: { id: 'me' },
      value: { authenticationRequest: id, item, attempt, envelope },
    });
  }

  protected async begun(path: string, body?: object): Promise<Answer> {
    const answer = await this.#call('POST', path, body);
    this.#token = answer.token as string;
    this.#path = `${root}/${answer.conversationId}/activities`;
    return answer;
  }

  protected polled(watermark: string): Promise<Answer> {
    return this.#call('GET', `${this.#path}?watermark=${watermark}`);
  }

  async #posts(activity: object): Promise<Activity[]> {
    await this.#call('POST', this.#path, activity);
    return this.hears();
  }

  async #call(method: string, path: string, body?: object): Promise<Answer> {
    const { status, text } = await ask(`${this.#url}${path}`, {
      method,
      headers: {
        ...this.from,
        ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (status >= 300) throw new Error(`${method} ${path} was answered with ${status}`);
    return JSON.parse(text);
  }
}

const saidByBot = (activities: unknown) =>
  (activities as Activity[]).filter(({ from }) => from.role === 'bot');

/** As a program holds it that polls: a token, a start, and a look after each thing said. */
class PolledConversation extends WebConversation {
  #watermark = '';

  async begins(): Promise<void> {
    await this.begun('/webchat/token');
    await this.begun(root);
    await this.hears();
  }

  /** Polls until the bot has said something. */
  protected async hears(): Promise<Activity[]> {
    for (;;) {
      const { activities, watermark } = await this.polled(this.#watermark);
      this.#watermark = watermark as string;
      const said = saidByBot(activities);
      if (said.length > 0) return said;
    }
  }
}

/** As the chat page holds it: begun and greeted by one request, and answered by a stream. */
class StreamedConversation extends WebConversation {
  readonly #heard = new Set<string | undefined>();
  #stream: WebSocket | undefined;
  #said: Activity[] = [];
  #says = () => {};

  async begins(): Promise<void> {
    const token = await this.begun('/webchat/token', { begins: true });
    // An older service only gives a token.
    const { streamUrl, activities = [] } = token.streamUrl ? token : await this.begun(root);
    this.#hear(activities);
    const stream = new WebSocket(streamUrl as string, { headers: this.from });
    this.#stream = stream;
    stream.addEventListener('message', ({ data }) => {
      if (data !== '') this.#hear(JSON.parse(data).activities);
    });
    await once(stream, 'open');
    await this.hears();
  }

  override ends(): void {
    this.#stream?.close();
  }

  protected async hears(): Promise<Activity[]> {
    while (this.#said.length === 0)
      await new Promise<void>((resolve) => {
        this.#says = resolve;
      });
    return this.#said.splice(0);
  }

  #hear(activities: unknown): void {
    const said = saidByBot(activities).filter(({ id }) => !this.#heard.has(id));
    for (const { id } of said) this.#heard.add(id);
    this.#said.push(...said);
    this.#says();
  }
}

type Held = new (url: string, visitor: Visitor) => WebConversation;

const ids = (said: Activity[]) => said.map(({ channelData }) => String(channelData?.thawline?.messageId));

function expects(said: Activity[], id: string): void {
  if (!ids(said).some((one) => one.startsWith(id))) throw new Error(`${id} was to be said, not ${ids(said)}`);
}

function formOf(said: Activity[], item: AuthenticationItem): SecureForm {
  const attached = said.flatMap(({ attachments = [] }) => attachments);
  const form = attached.find(({ contentType }) => contentType === secureFormContentType);
  if (!form) throw new Error(`a form was to come, not ${said.map(({ text }) => text)}`);
  const read = SecureForm.parse(form.content);
  if (read.item !== item) throw new Error(`a form for the ${item} was to come, not for the ${read.item}`);
  return read;
}

/** Card status alone. */
const status = (Held: Held) =>
  held(Held, async (conversation, visitor, turn) => {
    expects(await turn('status', () => conversation.says('check my card')), 'cardNumber.');
    const { number } = visitor.card();
    expects(await turn('card', () => conversation.says(number)), 'unfreeze.confirm');
  });

/** The case from the card's status to the unfrozen card. */
const unfreezing = (Held: Held) =>
  held(Held, async (conversation, visitor, turn) => {
    const card = visitor.card();
    expects(await turn('status', () => conversation.says('check my card')), 'cardNumber.');
    expects(await turn('card', () => conversation.says(card.number)), 'unfreeze.confirm');
    const agreed = await turn('yes', () => conversation.says('yes'));
    const form = formOf(agreed, 'identityDocument');
    const given = await turn('document', () => conversation.gives(form, card.identityDocument));
    const next = formOf(given, 'transactionPassword');
    expects(
      await turn('password', () => conversation.gives(next, card.transactionPassword)),
      'outcome.unfrozen',
    );
  });

type Goes = (conversation: WebConversation, visitor: Visitor, turn: Turn) => Promise<void>;

function held(Held: Held, goes: Goes): Case {
  return async (url, visitor, turn) => {
    const conversation = new Held(url, visitor);
    try {
      await conversation.begins();
      await goes(conversation, visitor, turn);
    } finally {
      conversation.ends();
    }
  };
}

export const webStatus = status(PolledConversation);
export const webUnfreezing = unfreezing(PolledConversation);
export const pageStatus = status(StreamedConversation);
export const pageUnfreezing = unfreezing(StreamedConversation);
