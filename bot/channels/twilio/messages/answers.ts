import { Language } from '../../../../kit/language.ts';
import { nearestLanguage } from '../../../../kit/nearestLanguage.ts';
import { secureFormContentType } from '../../../../services/contract/secureForm.ts';
import type { Sealed } from '../../../turn/delivery.ts';
import { type Expectation, messagesOf, type Reply } from '../../../turn/reply.ts';
import { choiceLines, choicesOf, type NumberedChoice } from './choices.ts';
import { channelIds } from './messageChannels.ts';
import type { MessageSentence, MessageSentences } from './messageSentences.ts';
import { withPlainSigns } from './segments.ts';
import type { Sender } from './sender.ts';
import { joined, longestMessage } from './texts.ts';

/** The replies of a turn, with the facts that only the channel knows. */
export type MessageTurn = {
  sender: Sender;
  replies: readonly Reply[];
  expects: Expectation;
  held: Sealed<unknown>['held'];
  /** Whether the customer sent the carrier's own keyword HELP. */
  help: boolean;
};

/** The texts of an answer, and the choices that a number in the next message can pick. */
export type MessageAnswer = { texts: readonly string[]; choices: readonly NumberedChoice[] };

/** Turns the conversation's replies into text messages: plain words, choices with numbers, few and short. */
export function messageAnswer(
  { sender, replies: said, expects, held, help }: MessageTurn,
  sentences: MessageSentences,
): MessageAnswer {
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
    // The lines of the choices stay together in one message, if they fit into one.
    ...(block.some(({ length }) => length > longestMessage) ? lines : block),
  ];
  return { texts: joined(plain(parts, sender)), choices };
}

/** The answer while something is broken; it needs nothing but the sender. */
export function troubled(sender: Sender, sentences: MessageSentences): string[] {
  return plain([sentences.say('trouble', languageOf([], sender))], sender);
}

/** The parts without special signs, since an SMS is charged by its alphabet. On WhatsApp they stay unchanged. */
function plain(parts: readonly string[], { channelId }: Sender): string[] {
  return parts.map((part) => (channelId === channelIds.sms ? withPlainSigns(part) : part));
}

/** The language of the replies; before there are any, the one that suits the number. */
function languageOf(replies: readonly Reply[], { locale }: Sender): Language {
  return Language.safeParse(replies.at(-1)?.locale).data ?? nearestLanguage(locale);
}
