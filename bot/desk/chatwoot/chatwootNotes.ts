import type { Language } from '../../../kit/language.ts';
import type { DeskLine } from '../../../services/contract/desk.ts';
import type { HandoffPacket } from '../../../services/contract/handoffPacket.ts';
import type { HandoffCaseRow } from '../handoffCasesTable.ts';
import type { NewMessage } from './chatwootClient.ts';
import { ownMark } from './chatwootLines.ts';

/** What agents read, in the language of the customer whom they answer. */
export type ChatwootWords = Readonly<
  Record<
    Language,
    {
      customer: string;
      bot: string;
      topic: string;
      channel: string;
      card: string;
      noCard: string;
      before: string;
      undelivered: string;
      taken: string;
      closed: string;
      onTelephone: string;
      noCardYet: string;
      notMatchedYet: string;
      tooLong: string;
      noFiles: string;
      commands: Readonly<Record<'authenticate' | 'unfreeze', string>>;
      noteCommands: string;
      reason: Readonly<Record<string, string>>;
      says: Readonly<Record<string, string>>;
    }
  >
>;
export type ChannelNames = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** The note that stands at the head of a conversation: what it is about, and what was said before. */
export function headNote(
  { id, ...row }: Pick<HandoffCaseRow, 'id' | 'openedAt'>,
  packet: HandoffPacket,
  { words, channels }: { words: ChatwootWords; channels: ChannelNames },
): NewMessage {
  const { language, reason, channel, lastFour, transcript } = packet;
  const said = words[language];
  const lines = [
    `${id} · ${said.topic}: ${said.reason[reason] ?? reason}`,
    `${said.channel}: ${channels[language][channel] ?? channel} · ${said.card}: ${lastFour ? `•••• ${lastFour}` : said.noCard}`,
    said.noteCommands,
    ...(transcript.length > 0 ? ['', `${said.before}:`] : []),
    ...transcript.map(({ from, text }) => `${from === 'bot' ? said.bot : said.customer}: ${text}`),
  ];
  const content = lines.join('\n');
  return { content, type: 'outgoing', isPrivate: true, sourceId: `${ownMark}${id} ${row.openedAt}` };
}

/** A line of a case as a message: what the customer writes is theirs, and what the desk says a note. */
export function messageFor(line: DeskLine, said: ChatwootWords[Language]): NewMessage {
  const sourceId = `${ownMark}${line.id}`;
  if (line.from === 'customer') return { content: line.text, type: 'incoming', isPrivate: false, sourceId };
  if (line.from === 'agent')
    return { content: `${line.by ?? ''}: ${line.text}`, type: 'outgoing', isPrivate: false, sourceId };
  return { content: said.says[line.text] ?? line.text, type: 'outgoing', isPrivate: true, sourceId };
}
