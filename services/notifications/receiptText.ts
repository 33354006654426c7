import { type Brand, unbranded } from '../../brand/brand.ts';
import { brandedTexts } from '../../brand/brandedWords.ts';
import type { Language } from '../../kit/language.ts';
import { momentInWords } from '../../kit/momentInWords.ts';
import { filled } from '../../kit/sentence.ts';
import { saidAt } from '../../words/hongKong.ts';
import { notices } from '../../words/notices.ts';
import { channelName } from '../contract/channelName.ts';
import { inGroups } from '../contract/enteredCode.ts';
import type { PasswordLengths } from '../contract/passwordLengths.ts';
import type { OutboxMessage } from '../tables/outboxMessage.ts';
import type { LinkWay } from './outbox.ts';
import type { TextForm } from './textForm.ts';

/** The bank's facts in its sentences: the time zone of its customers, the number to call, and its name. */
export type Letterhead = {
  timeZone: string;
  agentPhone: string | undefined;
  brand?: Brand;
  /** How many digits its transaction passwords have. */
  passwordLengths?: PasswordLengths;
};

/**
 * The texts that are sent, as the bank says them. `sign` puts its name before one where that must stand there, and its
 * short name wherever it has given one.
 */
export function noticesOf(
  { brand = unbranded }: Pick<Letterhead, 'brand'>,
  language: Language,
  { signature, place }: Pick<TextForm, 'signature' | 'place'>,
) {
  const texts = brandedTexts(brand, 'notices', notices)[language];
  const signed = signature === 'inBrackets' ? texts.signedInBrackets : texts.signed;
  const isSigned = brand.short !== undefined || signature !== 'ifGiven';
  const sign = (written: string) => {
    const text = saidAt(place, language, written);
    return isSigned ? filled(signed, { text }) : text;
  };
  return { ...texts, sign };
}

/** The messages that report what has happened and hold no address. */
export type NewsKind =
  | Exclude<OutboxMessage['kind'], LinkWay>
  | 'unfreezeReceiptByCode'
  | 'freezeNoticedNoReply';
type Written = Pick<OutboxMessage, 'language' | 'facts'>;
/** `code`: the receipt's own code, shown where the customer cannot answer the text. */
type Receipt = Written & { code: string };

/** The text of the receipt of an unfreezing, in its customer's language and time zone. */
export function receiptText(receipt: Receipt, letterhead: Letterhead, form: TextForm): string {
  return newsText(form.reply ? 'unfreezeReceipt' : 'unfreezeReceiptByCode', receipt, letterhead, form);
}

/** The text of a queued message with news for its customer, in their language and time zone. */
export function newsText(
  kind: NewsKind,
  { language, facts, code = '' }: Written & Partial<Receipt>,
  letterhead: Letterhead,
  form: TextForm,
): string {
  const { timeZone, agentPhone } = letterhead;
  const { call, sign, ...texts } = noticesOf(letterhead, language, form);
  const text = filled(texts[kind], {
    lastFour: facts.lastFour,
    at: momentInWords(language, timeZone, facts.at, { dateStyle: 'medium', timeStyle: 'short' }),
    channel: facts.channel ? channelName(language, facts.channel) : '',
    call: callOf(call, agentPhone),
    code: inGroups(code),
  });
  return sign(form.reply ? text : filled(texts.unanswered, { text }));
}

/** The part of a sentence that tells how to reach a person. */
export function callOf(call: { byPhone: string; byCard: string }, phone: string | undefined): string {
  return phone ? filled(call.byPhone, { phone }) : call.byCard;
}
