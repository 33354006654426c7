import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import { SecureForm, secureFormContentType } from '../../services/contract/secureForm.ts';
import type { Answer, DirectLineClient, Started } from '../bot/channels/directLine/directLineClient.ts';

/** A customer's conversation over Direct Line, turn by turn. */
export class Conversation {
  readonly started: Started;
  readonly #service: DirectLineClient;
  #watermark = '1';

  private constructor(service: DirectLineClient, started: Started) {
    this.#service = service;
    this.started = started;
  }

  /** Started and greeted, in English unless another language is wanted. */
  static async with(service: DirectLineClient, language = 'en'): Promise<Conversation> {
    return new Conversation(service, await service.start({ 'Accept-Language': language }));
  }

  /** @returns the ids of the sentences that the bot answered with */
  async say(text: string): Promise<string[]> {
    const { status } = await this.#service.say(this.started, text);
    assert.equal(status, 200);
    return this.answers();
  }

  /** Seals a value for the newest form, as the page does. @returns what the bot answered */
  async give(item: AuthenticationItem, value: string): Promise<string[]> {
    return this.post(await this.sealed(item, value));
  }

  async post(activity: object): Promise<string[]> {
    const { status } = await this.send(activity);
    assert.equal(status, 200);
    return this.answers();
  }

  /** Posts whatever it is given, as it is. */
  send(activity: unknown): Promise<Answer> {
    return this.#service.post(this.started, activity);
  }

  /** The event that gives a value for the newest form. */
  async sealed(item: AuthenticationItem, value: string) {
    const { authenticationRequest } = await this.form(item);
    const { id, attempt } = authenticationRequest;
    const envelope = await seal(value, { authenticationRequest, item });
    return {
      type: 'event',
      name: 'authenticationInformation',
      from: { id: 'me' },
      value: { authenticationRequest: id, item, attempt, envelope },
    };
  }

  /** The newest form of an item. */
  async form(item: AuthenticationItem): Promise<SecureForm> {
    const forms = (await this.#service.activities(this.started))
      .flatMap(({ attachments = [] }) => attachments)
      .filter(({ contentType }) => contentType === secureFormContentType)
      .map(({ content }) => SecureForm.parse(content));
    const form = forms.findLast((one) => one.item === item);
    assert.ok(form, `no form for the ${item}`);
    return form;
  }

  /** The ids of the bot's sentences since the last look. */
  async answers(): Promise<string[]> {
    return (await this.news()).map(messageId);
  }

  /** The bot's messages since the last look. */
  async news(): Promise<Activity[]> {
    const path = `/v3/directline/conversations/${this.started.conversationId}/activities?watermark=${this.#watermark}`;
    const { body } = await this.#service.call('GET', path, { token: this.started.token });
    this.#watermark = String(body.watermark);
    return (body.activities as Activity[]).filter(
      ({ from, type }) => from.role === 'bot' && type === 'message',
    );
  }

  all(): Promise<Activity[]> {
    return this.#service.activities(this.started);
  }
}

function messageId({ channelData }: Activity): string {
  return channelData.thawline.messageId;
}
