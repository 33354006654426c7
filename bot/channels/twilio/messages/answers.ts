import { Language } from '../../../../kit/language.ts';
import { nearestLanguage } from '../../../../kit/nearestLanguage.ts';
import { secureFormContentType } from '../../../../services/contract/secureForm.ts';
import type { Sealed } from '../../../turn/delivery.ts';
import { type Expectation, messagesOf, type Reply } from '../../../turn/reply.ts';
import { type Choice, choiceLines, choicesOf } from './choices.ts';
import type { MessageSentence, MessageSentences } from './messageSentences.ts';
import { withPlainSigns } from './segments.ts';
import type { Sender } from './sender.ts';
import { joined, longestMessage } from './texts.ts';
import { channelIds } from './words.ts';

/** What a turn said, and around it what only the channel knows. */
export type Turned = {
  sender: Sender;
  replies: readonly Reply[];
  expects: Expectation;
  held: Sealed<unknown>['held'];
  /** Whether the customer asked with the carrier's own HELP. */
  help: boolean;
};

/** The texts of an answer, and what a number as the next message means. */
export type Answered = { texts: readonly string[]; choices: readonly Choice[] };

/** Turns what the conversation says into messages: plain words, choices as numbers, few and short. */
export function answered(
  { sender, replies: said, expects, held, help }: Turned,
  sentences: MessageSentences,
): Answered {
  const replies = messagesOf(said);
  const language = languageOf(replies, sender);
  const say = (id: MessageSentence) => sentences.say(id, language);
  const asksSecret = replies.some(({ attachments }) =>
    attachments?.some(({ contentType }) => contentType === secureFormContentType),
  );
  const choices = choicesOf(replies);
  const lines = choiceLines(choices);
  const head = say(expects.what === 'words' ? 'replyWithNumber' : 'orReply');
  const block = lines.length > 0 ? [[head, ...lines].join('\n')] : [];
  const parts = [
    ...(help ? [say('about')] : []),
    ...(held === 'secret' ? [say('removed')] : []),
    ...replies.map(({ text = '' }) => text),
    ...(asksSecret && held !== 'secret' ? [say('staysOnPhone')] : []),
    // Together they are never cut; where they are too long for that, no single one is.
    ...(block.some(({ length }) => length > longestMessage) ? lines : block),
  ];
  return { texts: joined(plain(parts, sender)), choices };
}

/** An answer that needs nothing but the sender. */
export function troubled(sender: Sender, sentences: MessageSentences): string[] {
  return plain([sentences.say('trouble', languageOf([], sender))], sender);
}

/** An SMS is charged by its alphabet; on WhatsApp a sentence stays as it was written. */
function plain(parts: readonly string[], { channelId }: Sender): string[] {
  return parts.map((part) => (channelId === channelIds.sms ? withPlainSigns(part) : part));
}

/** The language that the conversation answers in; before it does, the one that suits the number. */
function languageOf(replies: readonly Reply[], { locale }: Sender): Language {
  return Language.safeParse(replies.at(-1)?.locale).data ?? nearestLanguage(locale);
}
