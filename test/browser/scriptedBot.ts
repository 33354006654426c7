import { exportJWK, generateKeyPair } from 'jose';
import type { Content, Delivery, HeardDelivery, Sealed } from '../../bot/turn/delivery.ts';
import type { Reply } from '../../bot/turn/reply.ts';
import type { Terminal, Turned } from '../../bot/turn/terminal.ts';
import { type ResultSaid, resultOf } from '../../dialogs/messages/resultOf.ts';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import { secureFormAttachment } from '../../dialogs/prompts/secureFormAttachment.ts';
import { Language } from '../../kit/language.ts';
import { nearestLanguage } from '../../kit/nearestLanguage.ts';
import { codePageContentType } from '../../services/contract/codePage.ts';
import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import { resultContentType } from '../../services/contract/result.ts';
import { SealingKey } from '../../services/contract/sealingKey.ts';
import { SealedItem } from '../../services/contract/secureForm.ts';

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

const requestId = '5f8a9c3e-7b1d-4e2a-9c5f-0a1b2c3d4e5f';
/** In Chinese the bot speaks as the product does; its English sentences are written into the tests. */
const inChinese = (language: Exclude<Language, 'en'>) => {
  const text = (id: Parameters<typeof ordinarySentences.text>[1]) => ordinarySentences.text(language, id);
  return {
    choices: (['choice.cardStatus', 'choice.unfreeze', 'choice.howToUnfreeze', 'choice.agent'] as const).map(
      text,
    ),
    ask: (item: AuthenticationItem) => text(`${item}.ask`),
    askChoices: (['choice.whyAsked', 'choice.cancel'] as const).map(text),
    concludes: (title: string) => `${title}。`,
    codePage: text('choice.newCode'),
  };
};
const inEnglish: ReturnType<typeof inChinese> = {
  choices: ['A card does not work', 'Talk to a person', 'What can you do?', 'Change the language'],
  ask: () => 'Please give it here.',
  askChoices: ['Why do you ask?', 'Cancel'],
  concludes: (title) => `In a sentence: ${title}.`,
  codePage: 'It can be entered here.',
};
const scripts = { en: inEnglish, 'zh-Hans': inChinese('zh-Hans'), 'zh-Hant': inChinese('zh-Hant') };

/** A bot for tests of the page: words ask for forms, and what was sealed is kept for the test to open. */
export class ScriptedBot implements Terminal<never> {
  readonly sealed: SealedItem[] = [];
  readonly events: { name: string; value: unknown }[] = [];
  readonly said: string[] = [];
  /** What happens before a message is sealed: a test makes it refuse. */
  beforeSealing: () => Promise<void> = async () => {};
  /** What happens before an answer is made: a test makes it slow. */
  beforeAnswering: () => Promise<void> = async () => {};
  expiresIn = 600_000;
  readonly privateKey: PrivateKey;
  readonly #sealingKey: SealingKey;
  #language: Language = 'en';
  #asked: AuthenticationItem | undefined;

  static async create(): Promise<ScriptedBot> {
    const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    const jwk = await exportJWK(publicKey);
    return new ScriptedBot(SealingKey.parse({ ...jwk, kid: 'k1', use: 'enc', alg: 'ECDH-ES' }), privateKey);
  }

  private constructor(sealingKey: SealingKey, privateKey: PrivateKey) {
    this.#sealingKey = sealingKey;
    this.privateKey = privateKey;
  }

  async seal(_delivery: Delivery, content: Content): Promise<Sealed<never>> {
    await this.beforeSealing();
    const shown: Content = content.what === 'event' ? { what: 'event', name: content.name } : content;
    return { shown, heard: { content }, kept: { content: shown } };
  }

  async converse({ locale }: Delivery, { content }: HeardDelivery<never>): Promise<Turned> {
    await this.beforeAnswering();
    const replies = [this.#reply(content, locale)];
    return { replies, expects: { what: 'words' }, standing: { state: {}, awaits: undefined } };
  }

  #reply(content: Content, locale: string | undefined): Reply {
    if (content.what === 'words') return this.#answers(content.text);
    if (content.what === 'event') return this.#takes(content);
    this.#language = nearestLanguage(locale);
    this.#asked = undefined;
    const { choices } = scripts[this.#language];
    return this.#say('greeting', greetings[this.#language], { choices });
  }

  #answers(text: string): Reply {
    this.said.push(text);
    if (text.includes('password')) return this.#ask('transactionPassword');
    if (text.includes('document')) return this.#ask('identityDocument');
    const wanted = Language.safeParse(text);
    if (wanted.success) return this.#speaks(wanted.data);
    const result = results[text];
    if (result) return this.#concludes(result);
    if (text === 'code page') return this.#codePage();
    if (text === 'broken result') return this.#brokenResult();
    if (text.includes('broken')) return this.#say('broken', 'A form', { form: { x: 1 } });
    if (text.includes('trouble')) return this.#say('trouble', `You said: ${text}`, { leavesFormOpen: true });
    return this.#say('echo', `You said: ${text}`);
  }

  #takes({ name, value }: Content & { what: 'event' }): Reply {
    this.events.push({ name, value });
    const sealed = SealedItem.safeParse(value);
    if (sealed.success) {
      this.sealed.push(sealed.data);
      this.#asked = undefined;
      return this.#say('received', 'Thank you.');
    }
    return this.#speaks(Language.parse(value));
  }

  #speaks(language: Language): Reply {
    this.#language = language;
    if (this.#asked) return this.#ask(this.#asked);
    return this.#say('language.changed', greetings[language]);
  }

  #ask(item: AuthenticationItem): Reply {
    this.#asked = item;
    const attachment = secureFormAttachment(ordinarySentences, { language: this.#language }, item, {
      id: requestId,
      items: [item],
      attempt: 1,
      attemptsLeft: 3,
      expiresAt: new Date(Date.now() + this.expiresIn).toISOString(),
      sealingKey: this.#sealingKey,
    });
    const { ask, askChoices } = scripts[this.#language];
    const words = { choices: askChoices, form: attachment.content };
    return this.#say(`${item}.ask`, ask(item), words);
  }

  #concludes(said: ResultSaid): Reply {
    const content = resultOf(said, ordinarySentences, { language: this.#language }, '+86 10 5555 0100');
    const reply = this.#say(`result.${said.kind}`, scripts[this.#language].concludes(content.title));
    return { ...reply, attachments: [{ contentType: resultContentType, content }] };
  }

  #codePage(): Reply {
    const content = { address: 'https://cards.bank.example/s#aaaa', label: 'Enter the code', language: 'en' };
    const reply = this.#say('secureCode.page', scripts[this.#language].codePage);
    return { ...reply, attachments: [{ contentType: codePageContentType, content }] };
  }

  #brokenResult(): Reply {
    const reply = this.#say('broken', 'The words alone');
    return { ...reply, attachments: [{ contentType: resultContentType, content: { kind: 'miracle' } }] };
  }

  #say(
    messageId: string,
    text: string,
    {
      choices = [],
      form,
      leavesFormOpen = false,
    }: { choices?: string[]; form?: unknown; leavesFormOpen?: boolean } = {},
  ): Reply {
    const actions = choices.map((title) => ({ type: 'imBack', title, value: title }));
    return {
      type: 'message',
      locale: this.#language,
      text,
      channelData: { thawline: { messageId, ...(leavesFormOpen && { leavesFormOpen }) } },
      ...(actions.length > 0 && { suggestedActions: { actions, to: [] } }),
      ...(form !== undefined && {
        attachments: [{ contentType: 'application/vnd.thawline.secure-form+json', content: form }],
      }),
    };
  }
}

/** What the bot says has come of it, by the words that ask for it. */
export const results: Readonly<Record<string, ResultSaid>> = {
  unfrozen: { kind: 'unfrozen', lastFour: '1114', request: requestId, at: '2026-03-02T08:01:00.000Z' },
  refused: { kind: 'notAccepted', lastFour: '1114', attempt: 2, attemptsLeft: 2 },
  hasty: { kind: 'tooSoon', lastFour: '1114', notBefore: '2026-03-02T08:01:00.000Z' },
  locked: { kind: 'locked', lastFour: '1114', until: '2026-03-02T08:16:00.000Z' },
  'locked until released': { kind: 'locked', lastFour: '1114', until: null },
  'to a person': { kind: 'handedOver', caseId: 'Y-5024', hours: 'Mon – Fri 09:00–18:00' },
};

const greetings: Record<Language, string> = {
  'zh-Hans': '您好，我是银行卡服务助手。请问您的卡遇到什么问题？',
  'zh-Hant': '您好，我是銀行卡服務助手。請問您的卡遇到什麼問題？',
  en: 'Hello, I can help you with a card that does not work.',
};
