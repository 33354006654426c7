import type { Activity } from 'botbuilder';
import type { AuthenticationItem } from '../../../services/contract/items/index.ts';
import { seal } from '../../../services/contract/sealedEnvelope.ts';
import { SecureForm, secureFormContentType } from '../../../services/contract/secureForm.ts';
import { ask } from '../post.ts';
import { type Case, networkAddressOf, type Visitor } from '../visitor.ts';

const root = '/v3/directline/conversations';

/** A conversation over Direct Line as a page that polls holds it. */
class WebConversation {
  readonly #url: string;
  readonly #from: Record<string, string>;
  #path = '';
  #token = '';
  #watermark = '';

  constructor(url: string, visitor: Visitor) {
    this.#url = url;
    this.#from = { 'X-Forwarded-For': networkAddressOf(visitor), 'Accept-Language': 'en' };
  }

  async begins(): Promise<void> {
    this.#token = (await this.#call('POST', '/webchat/token')).token as string;
    const started = await this.#call('POST', root);
    this.#token = started.token as string;
    this.#path = `${root}/${started.conversationId}/activities`;
    await this.#hears();
  }

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

  async #posts(activity: object): Promise<Activity[]> {
    await this.#call('POST', this.#path, activity);
    return this.#hears();
  }

  /** Polls until the bot has said something. */
  async #hears(): Promise<Activity[]> {
    for (;;) {
      const { activities, watermark } = await this.#call('GET', `${this.#path}?watermark=${this.#watermark}`);
      this.#watermark = watermark as string;
      const said = (activities as Activity[]).filter(({ from }) => from.role === 'bot');
      if (said.length > 0) return said;
    }
  }

  async #call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const { status, text } = await ask(`${this.#url}${path}`, {
      method,
      headers: {
        ...this.#from,
        ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (status >= 300) throw new Error(`${method} ${path} was answered with ${status}`);
    return JSON.parse(text);
  }
}

const ids = (said: Activity[]) => said.map(({ channelData }) => String(channelData?.thawline?.messageId));

function expects(said: Activity[], id: string): void {
  if (!ids(said).some((one) => one.startsWith(id))) throw new Error(`${id} was to be said, not ${ids(said)}`);
}

function formOf(said: Activity[], item: AuthenticationItem): SecureForm {
  const attached = said.flatMap(({ attachments = [] }) => attachments);
  const form = attached.find(({ contentType }) => contentType === secureFormContentType);
  const read = SecureForm.parse(form?.content);
  if (read.item !== item) throw new Error(`a form for the ${item} was to come, not for the ${read.item}`);
  return read;
}

/** Card status alone. */
export const webStatus: Case = async (url, visitor, turn) => {
  const conversation = new WebConversation(url, visitor);
  await conversation.begins();
  expects(await turn('status', () => conversation.says('check my card')), 'cardNumber.');
  const { number } = visitor.card();
  expects(await turn('card', () => conversation.says(number)), 'unfreeze.confirm');
};

/** The case from the card's status to the unfrozen card, in web chat. */
export const webUnfreezing: Case = async (url, visitor, turn) => {
  const conversation = new WebConversation(url, visitor);
  const card = visitor.card();
  await conversation.begins();
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
};
