import { createHash } from 'node:crypto';
import { type Activity, ActivityTypes } from 'botbuilder';
import { answers } from '../../dialogs/prompts/authenticationItemQuestion.ts';
import type { Awaited } from '../../dialogs/prompts/awaited.ts';
import { phoneOf } from '../../dialogs/state/userTerminal.ts';
import { type Heard, mostCards, withHeard } from '../../dialogs/understanding/heard.ts';
import { readPart } from '../../kit/customerText.ts';
import { compact, withArabicDigits } from '../../kit/digits.ts';
import { Language } from '../../kit/language.ts';
import { LastFour } from '../../services/contract/card.ts';
import type { CustomerServiceClient } from '../../services/contract/customerServiceClient.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import {
  authenticationInformationEvent,
  changeLanguageEvent,
  SealedItem,
  SubmittedItem,
  silenceEvent,
} from '../../services/contract/secureForm.ts';
import { checkTypedItem } from '../../services/contract/typedItem.ts';
import { type SealedActivity, wishes } from '../turn/conversationHandler.ts';
import { findCaseCode } from './codeInText.ts';
import {
  findCardNumbers,
  findSecret,
  givesCardNumber,
  looksLikeTalk,
  mask,
  withoutSecrets,
} from './secretsInText.ts';

/**
 * Between channels and terminal: a card number becomes a reference, an identity document or a transaction
 * password an envelope, before anything else sees the activity. Whatever comes while a secret is asked for
 * and is not plainly talk counts as one: better a question scrubbed than a password kept.
 */
export class Sealing {
  readonly #customerService: Pick<CustomerServiceClient, 'nameCard'>;
  readonly #nameCode: (code: string) => string;
  readonly #awaited: (activity: Activity) => Promise<Awaited>;

  constructor({
    customerService,
    nameCode,
    awaited,
  }: {
    customerService: Pick<CustomerServiceClient, 'nameCard'>;
    /** What stands for the code of a case. */
    nameCode: (code: string) => string;
    awaited: (activity: Activity) => Promise<Awaited>;
  }) {
    this.#customerService = customerService;
    this.#nameCode = nameCode;
    this.#awaited = awaited;
  }

  async seal(activity: Activity): Promise<SealedActivity> {
    if (activity.type === ActivityTypes.Event) return sealEvent(activity);
    return activity.type === ActivityTypes.Message ? this.#sealMessage(activity) : both(activity);
  }

  async #sealMessage({ value, attachments, ...rest }: Activity): Promise<SealedActivity> {
    const activity = { ...rest, text: readPart(rest.text ?? '') } as Activity;
    const submitted = SubmittedItem.safeParse(value);
    if (submitted.success) return this.#sealSubmitted(activity, submitted.data);
    const text = withArabicDigits(activity.text.trim());
    const attached = value !== undefined || attachments?.length;
    if (text === '') return both(activity, attached ? { what: 'attachment' } : undefined);
    const awaited = await this.#awaited(activity);
    const code = findCaseCode(text, { secretAsked: awaited.what === 'authenticationItem' });
    if (code) {
      const found: Heard = { what: 'caseCode', name: this.#nameCode(code) };
      return both({ ...activity, text: withoutSecrets(text) }, found);
    }
    if (awaited.what === 'authenticationItem' && !looksLikeTalk(text) && !givesCardNumber(text)) {
      return both({ ...activity, text: mask }, await sealItem(text, awaited, activity));
    }
    return this.#sealWords(activity, text, awaited);
  }

  /** Of a form that is over the value is not even looked at. */
  async #sealSubmitted(activity: Activity, submitted: SubmittedItem): Promise<SealedActivity> {
    const awaited = await this.#awaited(activity);
    const isAsked = awaited.what === 'authenticationItem' && answers(submitted, awaited);
    const found: Heard = isAsked
      ? await sealItem(submitted.value, awaited, activity)
      : { what: 'unreadableForm' };
    return both({ ...activity, text: isAsked ? mask : '' }, found);
  }

  async #sealWords(activity: Activity, text: string, awaited: Awaited): Promise<SealedActivity> {
    const secret = findSecret(text, awaited.what === 'cardNumber');
    if (secret === undefined) return both(activity);
    const shownAs = (masked: string) => withoutSecrets(text.replace(secret.text, () => masked));
    if (secret.kind === 'stray')
      return both({ ...activity, text: withoutSecrets(text) }, { what: 'strayedSecret' });
    if (secret.kind === 'malformedCardNumber') {
      const lastFour = LastFour.safeParse(compact(secret.text)).data;
      if (lastFour && awaited.what === 'cardNumber' && phoneOf(activity))
        return both({ ...activity, text: withoutSecrets(text) }, { what: 'lastFour', lastFour });
      const { problem, count } = secret;
      return both({ ...activity, text: shownAs(mask) }, { what: 'cardNumberProblem', problem, count });
    }
    const numbers = findCardNumbers(text, awaited.what === 'cardNumber').slice(0, mostCards);
    const cards = await Promise.all(numbers.map(({ number }) => this.#customerService.nameCard(number)));
    const named = cards.reduce((shown, { lastFour }, place) => {
      const { text: typed = '' } = numbers[place] ?? {};
      return shown.replaceAll(typed, () => `${mask}${lastFour}`);
    }, text);
    const [card, ...others] = cards;
    if (card === undefined) return both(activity);
    const found: Heard = others.length > 0 ? { what: 'cards', cards } : { what: 'card', card };
    return both({ ...activity, text: withoutSecrets(named) }, found);
  }
}

/** The same activity shown and heard; only what is heard carries what was found. */
function both(activity: Activity, found?: Heard): SealedActivity {
  const held = found && heldBy[found.what];
  return {
    shown: withHeard(activity, undefined),
    heard: withHeard(activity, found),
    ...(held && { held }),
  };
}

/** What the text of a message held in which this was found. */
const heldBy: Partial<Record<Heard['what'], NonNullable<SealedActivity['held']>>> = {
  sealedItem: 'secret',
  itemProblem: 'secret',
  strayedSecret: 'secret',
  card: 'cardNumber',
  cards: 'cardNumber',
  cardNumberProblem: 'cardNumber',
};

async function sealItem(
  text: string,
  { item, authenticationRequest }: Awaited & { what: 'authenticationItem' },
  delivered: Activity,
) {
  const checked = checkTypedItem(item, text);
  if (checked.problem !== undefined) {
    return { what: 'itemProblem', item, problem: checked.problem, count: checked.count } satisfies Heard;
  }
  const { id, attempt } = authenticationRequest;
  const envelopeId = envelopeIdOf(delivered, [id, item, String(attempt)]);
  const envelope = await seal(checked.value, {
    authenticationRequest,
    item,
    ...(envelopeId !== undefined && { envelopeId }),
  });
  return {
    what: 'sealedItem',
    sealed: { authenticationRequest: id, item, attempt, envelope },
  } satisfies Heard;
}

/**
 * The same message is sealed under the same id, be it delivered to another process after its own has died: the
 * processor then knows what it was given and tells the true outcome once more.
 * @returns a UUID (RFC 9562, version 8); undefined where the channel gives its messages no id
 */
function envelopeIdOf({ id, channelId, conversation }: Activity, sealedFor: string[]): string | undefined {
  if (!id) return undefined;
  const named = JSON.stringify([channelId, conversation.id, id, ...sealedFor]);
  const bytes = createHash('sha256').update(named).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Events become messages, since a question is answered by either; what is shown keeps no envelope. */
function sealEvent(activity: Activity): SealedActivity {
  const { value: _value, ...event } = activity;
  const shown = { ...event, entities: [] } as Activity;
  const message = { ...shown, type: ActivityTypes.Message, text: '' } as Activity;
  if (activity.name === authenticationInformationEvent) {
    const sealed = SealedItem.safeParse(activity.value);
    const found: Heard = sealed.success
      ? { what: 'sealedItem', sealed: sealed.data }
      : { what: 'unreadableForm' };
    return { shown, heard: withHeard(message, found) };
  }
  if (activity.name === silenceEvent) return { shown, heard: withHeard(message, { what: 'silence' }) };
  if (activity.name === wishes.return) return { shown, heard: withHeard(message, { what: 'returned' }) };
  const command = commands[activity.name ?? ''];
  if (command) return { shown, heard: { ...message, text: command } };
  const language = Language.safeParse(activity.value);
  if (activity.name === changeLanguageEvent && language.success) {
    return { shown, heard: { ...message, text: languageNames[language.data] } };
  }
  return { shown, heard: shown };
}

/** What a customer would type for what a channel's own control asks for. */
const commands: Record<string, string> = {
  [wishes.repeat]: 'repeat',
  // A greeting in the middle of something only brings the open question back.
  [wishes.ask]: 'hello',
  [wishes.person]: 'agent',
  [wishes.elsewhere]: 'send me a link',
};

/** A language by the name that a customer would type to have it. */
const languageNames: Record<Language, string> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
};
