import { filled } from '../../kit/sentence.ts';
import { channelName } from '../contract/channelName.ts';
import { inGroups } from '../contract/enteredCode.ts';
import type { OutboxMessage } from '../tables/outboxMessage.ts';
import { callOf, type Letterhead, noticesOf } from './receiptText.ts';
import type { TextForm } from './textForm.ts';

/** The text with a link to the secure form, in the customer's language. */
export function secureLinkText(
  { language, facts }: Pick<OutboxMessage, 'language' | 'facts'>,
  address: string,
  letterhead: Pick<Letterhead, 'brand'>,
  form: TextForm,
): string {
  const channel = facts.channel ? channelName(language, facts.channel) : '';
  const { secureLink, sign, unanswered } = noticesOf(letterhead, language, form);
  const text = filled(secureLink, { lastFour: facts.lastFour, channel, address });
  return sign(form.reply ? text : filled(unanswered, { text }));
}

/**
 * The text with a code for the secure form. It always names the bank, since it sends the customer to the bank's page.
 */
export function secureCodeText(
  { language, facts }: Pick<OutboxMessage, 'language' | 'facts'>,
  code: string,
  letterhead: Pick<Letterhead, 'brand' | 'agentPhone'>,
  form: TextForm,
): string {
  const signature = form.signature === 'ifGiven' ? 'always' : form.signature;
  const { secureCode, call, sign, unanswered } = noticesOf(letterhead, language, { ...form, signature });
  const text = filled(secureCode, {
    lastFour: facts.lastFour,
    channel: facts.channel ? channelName(language, facts.channel) : '',
    code: inGroups(code),
    call: callOf(call, letterhead.agentPhone),
  });
  return sign(form.reply ? text : filled(unanswered, { text }));
}
