import { secureFormPage } from '../contract/secureFormAddresses.ts';
import type { OutboxMessage } from '../tables/outboxMessage.ts';
import { type Letterhead, newsText, receiptText } from './receiptText.ts';
import { secureCodeText, secureLinkText } from './secureLinkText.ts';
import type { TextForm } from './textForm.ts';

/** The parts of a text that are not facts of its message. */
type Beside = {
  letterhead: Letterhead;
  form: TextForm;
  /** The code of a receipt. */
  noticeCode: () => string;
  /** The token of a link or the code that was sent in its place; undefined where it would open nothing any more. */
  secret: string | undefined;
  /** Where the secure form is, without a path; undefined where that is not known. */
  secureFormUrl: string | undefined;
};

type Kind = OutboxMessage['kind'];
type Texts = { [Each in Kind]: (message: OutboxText, beside: Beside) => string | undefined };
export type OutboxText = Pick<OutboxMessage, 'kind' | 'language' | 'facts'>;

/** Every text that goes to a registered phone, a row each. */
const texts: Texts = {
  unfreezeReceipt: (message, { noticeCode, letterhead, form }) =>
    receiptText({ ...message, code: noticeCode() }, letterhead, form),
  attemptsFailed: (message, { letterhead, form }) => newsText('attemptsFailed', message, letterhead, form),
  attemptsLocked: (message, { letterhead, form }) => newsText('attemptsLocked', message, letterhead, form),
  cardFrozen: (message, { letterhead, form }) => newsText('cardFrozen', message, letterhead, form),
  freezeNoticed: (message, { letterhead, form }) =>
    newsText(form.reply ? 'freezeNoticed' : 'freezeNoticedNoReply', message, letterhead, form),
  freezeNoticedForStaff: (message, { letterhead, form }) =>
    newsText('freezeNoticedForStaff', message, letterhead, form),
  secureCode: (message, { secret, letterhead, form }) =>
    secret && secureCodeText(message, secret, letterhead, form),
  // The number may be of another country by now: then no address goes out.
  secureLink: (message, { secret, secureFormUrl, letterhead, form }) =>
    form.address && secret && secureFormUrl
      ? secureLinkText(message, `${secureFormUrl}${secureFormPage}/${secret}`, letterhead, form)
      : undefined,
};

/** The text of a message; undefined where it would be of no use any more, or may not be sent this way. */
export function messageText(message: OutboxText, beside: Beside): string | undefined {
  return texts[message.kind](message, beside);
}
