import type { Logger } from 'pino';
import * as z from 'zod';
import { UnfreezeError } from '../../../kit/errors.ts';
import { loggedError } from '../../../kit/loggedError.ts';
import { LessThan } from '../../../kit/store/query.ts';
import type { Store } from '../../../kit/store/store.ts';
import { AgentName, type DeskActed, longestAgentText } from '../../../services/contract/desk.ts';
import { HandoffPacket } from '../../../services/contract/handoffPacket.ts';
import type { Desk } from '../desk.ts';
import { type HandoffCaseRow, HandoffCaseRows } from '../handoffCasesTable.ts';
import type { ChatwootCases } from './chatwootCases.ts';
import { type ChatwootCaseRow, ChatwootCaseRows } from './chatwootCasesTable.ts';
import type { ChatwootClient } from './chatwootClient.ts';
import { lineIdOf, ownMark } from './chatwootLines.ts';
import type { ChatwootWords } from './chatwootNotes.ts';

/** Every webhook of an inbox; what more it says is read where it is of use. */
export const ChatwootEvent = z.looseObject({ event: z.string().max(100) });
export type ChatwootEvent = z.infer<typeof ChatwootEvent>;

const Message = z.object({
  id: z
    .int()
    .positive()
    .max(2 ** 47),
  content: z.string().nullish(),
  message_type: z.string(),
  private: z.boolean().default(false),
  source_id: z.string().nullish(),
  attachments: z.array(z.unknown()).optional(),
  sender: z.looseObject({ type: z.string().nullish(), email: z.string().nullish() }).nullish(),
  inbox: z.object({ id: z.int() }),
  account: z.object({ id: z.int() }),
  conversation: z.object({ id: z.int() }),
});
type Message = z.infer<typeof Message>;
const Conversation = z.object({ id: z.int(), inbox_id: z.int() });

type Found = { row: ChatwootCaseRow & { conversation: number }; ofDesk: HandoffCaseRow };

type ChatwootEventsDependencies = {
  store: Store;
  desk: Desk;
  cases: Pick<ChatwootCases, 'looksAt'>;
  client: Pick<ChatwootClient, 'marks' | 'says'>;
  at: { account: number; inbox: number };
  words: ChatwootWords;
  log: Pick<Logger, 'warn'>;
};

/** What agents do in Chatwoot, as its inbox tells of it: what they write to a customer, and what they want done. */
export class ChatwootEvents {
  readonly #parts: ChatwootEventsDependencies;

  constructor(parts: ChatwootEventsDependencies) {
    this.#parts = parts;
  }

  /**
   * The same event has one effect, however often it comes. What is refused here Chatwoot shows as not sent.
   * @throws UnfreezeError `messageInvalid`, `conversationUnknown`
   */
  async receives(event: ChatwootEvent): Promise<void> {
    if (event.event === 'message_created') return this.#hears(read(Message, event));
    if (event.event === 'conversation_status_changed' || event.event === 'conversation_updated') {
      const { id, inbox_id: inbox } = read(Conversation, event);
      if (inbox === this.#parts.at.inbox) await this.#parts.cases.looksAt(id);
    }
  }

  async #hears(message: Message): Promise<void> {
    const { at } = this.#parts;
    if (message.account.id !== at.account || message.inbox.id !== at.inbox) return;
    if (message.message_type !== 'outgoing' || message.source_id?.startsWith(ownMark)) return;
    const text = message.content?.trim() ?? '';
    const command = message.private ? commandIn(text.toLowerCase(), this.#parts.words) : undefined;
    if (message.private && !command) return;
    const login = AgentName.safeParse(message.sender?.type === 'user' ? message.sender.email : undefined);
    // An automation or a bot of Chatwoot answers nobody here: who writes to a customer stands in the trail by name.
    if (!login.success) throw new UnfreezeError('messageInvalid', 'not a person’s message');
    const found = await this.#find(message.conversation.id);
    if (command) return this.#does(command, found, message.id, login.data);
    await this.#writes(found, message, text, login.data);
  }

  async #writes(found: Found, message: Message, text: string, login: AgentName): Promise<void> {
    const said = this.#words(found);
    if ((message.attachments ?? []).length > 0) return this.#refuses(found, message.id, said.noFiles);
    if (text.length > longestAgentText) return this.#refuses(found, message.id, said.tooLong);
    const { desk } = this.#parts;
    const id = found.row.case;
    const taken = await desk.claim(id, login);
    const line = { id: lineIdOf(found.row, message.id), text };
    const { outcome } = taken.outcome === 'done' ? await desk.write(id, login, line) : taken;
    if (outcome !== 'done') await this.#refuses(found, message.id, sentenceFor(outcome, said));
  }

  /** A command that comes again is not done again: each is claimed by its number, in which they follow each other. */
  async #does(command: Command, found: Found, message: number, login: AgentName) {
    const { store, desk, client, log } = this.#parts;
    const id = found.row.case;
    const earlier = { case: id, lastCommand: LessThan(message) };
    const { affected } = await store.transaction([], (manager) =>
      manager.update(ChatwootCaseRows, earlier, { lastCommand: message }),
    );
    if (affected !== 1) return;
    const taken = await desk.claim(id, login);
    const { outcome } = taken.outcome === 'done' ? await desk[command](id, login) : taken;
    if (outcome === 'done') return;
    const content = sentenceFor(outcome, this.#words(found));
    const note = { content, type: 'outgoing', isPrivate: true, sourceId: `${ownMark}${message}` } as const;
    await client.says(found.row.conversation, note).catch((error: unknown) => {
      log.warn({ err: loggedError(error), case: id }, 'an agent could not be told why nothing was done');
    });
  }

  /** Shows an agent that their words have not gone out, and why; without an answer from Chatwoot it is shown without the why. */
  async #refuses({ row }: Found, message: number, why: string): Promise<void> {
    try {
      await this.#parts.client.marks(row.conversation, message, 'failed', why);
    } catch (cause) {
      throw new UnfreezeError('messageInvalid', 'not sent to the customer', { cause });
    }
  }

  async #find(conversation: number): Promise<Found> {
    const found = await this.#parts.store.read(async (manager) => {
      // A Chatwoot that was set up anew counts from 1 again: the case that was looked at last is meant.
      const newest = { order: { lookAt: 'DESC' }, take: 1 } as const;
      const [row] = await manager.find(ChatwootCaseRows, { where: { conversation }, ...newest });
      const ofDesk = row && (await manager.findOneBy(HandoffCaseRows, { id: row.case }));
      return row && ofDesk && { row: { ...row, conversation }, ofDesk };
    });
    if (!found) throw new UnfreezeError('conversationUnknown', 'no case of that number in Chatwoot');
    return found;
  }

  #words({ ofDesk }: Found): ChatwootWords[keyof ChatwootWords] {
    return this.#parts.words[HandoffPacket.parse(JSON.parse(ofDesk.packet)).language];
  }
}

type Command = 'authenticate' | 'unfreeze';

/** What an agent wants done by a private note, in whatever language: a bank's agents type their own. */
function commandIn(note: string, words: ChatwootWords): Command | undefined {
  const known = Object.values(words).map(({ commands }) => commands);
  return (['authenticate', 'unfreeze'] as const).find((one) =>
    known.some((written) => written[one] === note),
  );
}

type Refused = Exclude<DeskActed['outcome'], 'done'>;

function sentenceFor(outcome: Refused, said: ChatwootWords[keyof ChatwootWords]): string {
  const sentences: Record<Refused, string> = {
    taken: said.taken,
    closed: said.closed,
    noCard: said.noCardYet,
    onTelephone: said.onTelephone,
    notMatched: said.notMatchedYet,
  };
  return sentences[outcome];
}

/** Reads what it can use; the parts of it are in no error. */
function read<Read>(schema: z.ZodType<Read>, event: ChatwootEvent): Read {
  const { success, data } = schema.safeParse(event);
  if (!success) throw new UnfreezeError('messageInvalid', 'an event of another form');
  return data;
}
