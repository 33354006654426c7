import * as z from 'zod';
import { seconds } from '../../../kit/time.ts';
import type { ChatwootInbox } from './chatwootSettings.ts';

/** So long Chatwoot may take for an answer. */
const patience = 5 * seconds;

/** No answer of use. It holds nothing of what was sent. */
class ChatwootTrouble extends Error {
  readonly status: number | undefined;

  constructor(what: string, status: number | undefined, cause?: unknown) {
    super(`Chatwoot: ${what} ${status === undefined ? 'got no answer' : `was answered ${status}`}`, {
      cause,
    });
    this.status = status;
  }
}

const Agent = z.object({
  email: z.string().nullish(),
  availability_status: z.string().nullish(),
});
const Found = z.object({
  payload: z.array(z.object({ id: z.int(), identifier: z.string().nullish() })),
});
const Conversations = z.object({
  payload: z.array(z.object({ id: z.int(), inbox_id: z.int() })),
});
const Conversation = z.object({
  id: z.int(),
  status: z.string(),
  meta: z.object({ assignee: z.object({ id: z.int() }).nullish() }),
});
const Messages = z.object({
  payload: z.array(z.object({ source_id: z.string().nullish() })),
});

/** How a conversation stands in Chatwoot. `assignee` is the login of who has it. */
type Standing = { status: string; assignee: string | undefined };

/** `incoming` is the customer's; a private one is a note that agents alone see. */
export type NewMessage = {
  content: string;
  type: 'incoming' | 'outgoing';
  isPrivate: boolean;
  /** By it the message is known again. */
  sourceId: string;
};

type ChatwootClientDependencies = { at: ChatwootInbox; fetch?: typeof fetch };

/** The application API of a Chatwoot, as far as an API inbox needs it (developers.chatwoot.com/api-reference). */
export class ChatwootClient {
  readonly #at: ChatwootInbox;
  readonly #fetch: typeof fetch;
  /** The logins of agents by the ids that Chatwoot has for them. */
  #logins: ReadonlyMap<number, string> = new Map();

  constructor({ at, fetch: fetches = fetch }: ChatwootClientDependencies) {
    this.#at = at;
    this.#fetch = fetches;
  }

  /** Opens a contact and its conversation, or finds those that were opened before. */
  async opens(identifier: string, name: string): Promise<number> {
    const contact = (await this.#contact(identifier)) ?? (await this.#newContact(identifier, name));
    const { payload } = await this.#ask('GET', `contacts/${contact}/conversations`, Conversations);
    const there = payload.find((one) => one.inbox_id === this.#at.inbox);
    if (there) return there.id;
    const made = { source_id: identifier, inbox_id: this.#at.inbox, contact_id: contact, status: 'open' };
    return (await this.#ask('POST', 'conversations', z.object({ id: z.int() }), made)).id;
  }

  async says(conversation: number, { content, type, isPrivate, sourceId }: NewMessage): Promise<void> {
    const message = { content, message_type: type, private: isPrivate, source_id: sourceId };
    await this.#ask('POST', `conversations/${conversation}/messages`, z.unknown(), message);
  }

  /** The marks of the newest messages: by them one is found whose answer was lost. */
  async newest(conversation: number): Promise<ReadonlySet<string>> {
    const { payload } = await this.#ask('GET', `conversations/${conversation}/messages`, Messages);
    return new Set(payload.flatMap(({ source_id: id }) => id ?? []));
  }

  /** Shows an agent what has become of a message of theirs. */
  async marks(conversation: number, message: number, status: 'delivered' | 'failed', why?: string) {
    const marked = { status, ...(why !== undefined && { external_error: why }) };
    await this.#ask('PATCH', `conversations/${conversation}/messages/${message}`, z.unknown(), marked);
  }

  async resolves(conversation: number): Promise<void> {
    await this.#ask('POST', `conversations/${conversation}/toggle_status`, z.unknown(), {
      status: 'resolved',
    });
  }

  async standing(conversation: number): Promise<Standing> {
    const { status, meta } = await this.#ask('GET', `conversations/${conversation}`, Conversation);
    const { assignee } = meta;
    if (assignee && !this.#logins.has(assignee.id)) await this.agents();
    return { status, assignee: assignee ? this.#logins.get(assignee.id) : undefined };
  }

  /** Who could take a conversation: the login of each, and whether they are busy. Who is offline is not among them. */
  async agents(): Promise<{ login: string; paused: boolean }[]> {
    const agents = await this.#ask('GET', 'agents', z.array(Agent.extend({ id: z.int() })));
    this.#logins = new Map(agents.flatMap(({ id, email }) => (email ? [[id, email]] : [])));
    return agents.flatMap(({ email, availability_status: is }) =>
      email && (is === 'online' || is === 'busy') ? [{ login: email, paused: is === 'busy' }] : [],
    );
  }

  async #contact(identifier: string): Promise<number | undefined> {
    const { payload } = await this.#ask('GET', `contacts/search?q=${encodeURIComponent(identifier)}`, Found);
    return payload.find((one) => one.identifier === identifier)?.id;
  }

  async #newContact(identifier: string, name: string): Promise<number> {
    const Made = z.object({ payload: z.object({ contact: z.object({ id: z.int() }) }) });
    const made = { inbox_id: this.#at.inbox, source_id: identifier, identifier, name };
    return (await this.#ask('POST', 'contacts', Made, made)).payload.contact.id;
  }

  async #ask<Answer>(
    method: string,
    path: string,
    answers: z.ZodType<Answer>,
    body?: object,
  ): Promise<Answer> {
    const { url, account, token } = this.#at;
    // Ids in it would make each failure look like a new one in the log.
    const what = `${method} ${path.replace(/\?.*/, '').replace(/\d+/g, 'ID')}`;
    const response = await this.#fetch(`${url}/api/v1/accounts/${account}/${path}`, {
      method,
      headers: { api_access_token: token, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    }).catch((cause: unknown) => {
      throw new ChatwootTrouble(what, undefined, cause);
    });
    const said: unknown = await response.json().catch(() => undefined);
    const read = answers.safeParse(said);
    if (!response.ok || !read.success) throw new ChatwootTrouble(what, response.status);
    return read.data;
  }
}
