import { type Activity, ActivityHandler, type TurnContext } from 'botbuilder';
import { exportJWK, generateKeyPair } from 'jose';
import type { ConversationHandler, SealedActivity } from '../../bot/turn/conversationHandler.ts';
import { secureFormAttachment } from '../../dialogs/prompts/secureFormAttachment.ts';
import { Language } from '../../kit/language.ts';
import { nearestLanguage } from '../../kit/nearestLanguage.ts';
import type { AuthenticationItem } from '../../services/contract/authenticationItem.ts';
import { SealingKey } from '../../services/contract/sealingKey.ts';
import { SealedItem } from '../../services/contract/secureForm.ts';

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

const requestId = '5f8a9c3e-7b1d-4e2a-9c5f-0a1b2c3d4e5f';
const choices = ['A card does not work', 'Talk to a person', 'What can you do?', 'Change the language'];

/** A bot for tests of the page: words ask for forms, and what was sealed is kept for the test to open. */
export class ScriptedBot implements ConversationHandler {
  readonly sealed: SealedItem[] = [];
  readonly events: { name: string; value: unknown }[] = [];
  readonly said: string[] = [];
  /** What happens before a message is sealed: a test makes it refuse. */
  beforeSealing: () => Promise<void> = async () => {};
  expiresIn = 600_000;
  readonly privateKey: PrivateKey;
  readonly #sealingKey: SealingKey;
  readonly #handler = new ActivityHandler();
  #language: Language = 'en';

  static async create(): Promise<ScriptedBot> {
    const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    const jwk = await exportJWK(publicKey);
    return new ScriptedBot(SealingKey.parse({ ...jwk, kid: 'k1', use: 'enc', alg: 'ECDH-ES' }), privateKey);
  }

  private constructor(sealingKey: SealingKey, privateKey: PrivateKey) {
    this.#sealingKey = sealingKey;
    this.privateKey = privateKey;
    this.#handler.onMembersAdded(async (turnContext) => {
      this.#language = nearestLanguage(turnContext.activity.locale);
      await this.#say(turnContext, 'greeting', greetings[this.#language], { choices });
    });
    this.#handler.onMessage((turnContext) => this.#answers(turnContext));
    this.#handler.onEvent((turnContext) => this.#takes(turnContext));
  }

  async seal(activity: Activity): Promise<SealedActivity> {
    await this.beforeSealing();
    const { value: _value, ...shown } = activity;
    return { shown: shown as Activity, heard: activity };
  }

  async handle(turnContext: TurnContext): Promise<void> {
    await this.#handler.run(turnContext);
  }

  async #answers(turnContext: TurnContext): Promise<void> {
    const { text = '' } = turnContext.activity;
    this.said.push(text);
    if (text.includes('password')) return this.#ask(turnContext, 'transactionPassword');
    if (text.includes('document')) return this.#ask(turnContext, 'identityDocument');
    const wanted = Language.safeParse(text);
    if (wanted.success) return this.#speaks(turnContext, wanted.data);
    if (text.includes('broken')) return this.#say(turnContext, 'broken', 'A form', { form: { x: 1 } });
    if (text.includes('trouble'))
      return this.#say(turnContext, 'trouble', `You said: ${text}`, { leavesFormOpen: true });
    await this.#say(turnContext, 'echo', `You said: ${text}`);
  }

  async #takes(turnContext: TurnContext): Promise<void> {
    const { name = '', value } = turnContext.activity;
    this.events.push({ name, value });
    const sealed = SealedItem.safeParse(value);
    if (sealed.success) {
      this.sealed.push(sealed.data);
      return this.#say(turnContext, 'received', 'Thank you.');
    }
    await this.#speaks(turnContext, Language.parse(value));
  }

  #speaks(turnContext: TurnContext, language: Language): Promise<void> {
    this.#language = language;
    return this.#say(turnContext, 'language.changed', greetings[language]);
  }

  #ask(turnContext: TurnContext, item: AuthenticationItem): Promise<void> {
    const attachment = secureFormAttachment(this.#language, item, {
      id: requestId,
      items: [item],
      attempt: 1,
      attemptsLeft: 3,
      expiresAt: new Date(Date.now() + this.expiresIn).toISOString(),
      sealingKey: this.#sealingKey,
    });
    const words = { choices: ['Why do you ask?', 'Cancel'], form: attachment.content };
    return this.#say(turnContext, `${item}.ask`, 'Please give it here.', words);
  }

  async #say(
    turnContext: TurnContext,
    messageId: string,
    text: string,
    {
      choices = [],
      form,
      leavesFormOpen = false,
    }: { choices?: string[]; form?: unknown; leavesFormOpen?: boolean } = {},
  ): Promise<void> {
    const actions = choices.map((title) => ({ type: 'imBack', title, value: title }));
    await turnContext.sendActivity({
      type: 'message',
      locale: this.#language,
      text,
      channelData: { thawline: { messageId, ...(leavesFormOpen && { leavesFormOpen }) } },
      ...(actions.length > 0 && { suggestedActions: { actions, to: [] } }),
      ...(form !== undefined && {
        attachments: [{ contentType: 'application/vnd.thawline.secure-form+json', content: form }],
      }),
    });
  }
}

const greetings: Record<Language, string> = {
  'zh-Hans': '您好，我是银行卡服务助手。请问您的卡遇到什么问题？',
  'zh-Hant': '您好，我是銀行卡服務助手。請問您的卡遇到什麼問題？',
  en: 'Hello, I can help you with a card that does not work.',
};
