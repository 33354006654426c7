import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChatwootInbox } from '../../../../bot/desk/chatwoot/chatwootSettings.ts';
import type { Clock } from '../../../../kit/time.ts';

type Contact = { id: number; name: string; identifier: string; sourceId: string };
type Conversation = { id: number; contact: Contact; status: string; assignee: number | null };
type Kind = 'incoming' | 'outgoing';
export type ChatwootMessage = {
  id: number;
  conversation: number;
  content: string;
  message_type: Kind;
  private: boolean;
  source_id: string | null;
  status: string;
  external_error?: string;
  by: string;
};
type Agent = { id: number; email: string; availability_status: string };

const account = 7;
const inbox = 3;
const token = 'an-access-token-of-a-user';
const webhookSecret = 'the-secret-of-the-api-inbox';
const agentsByDefault: readonly Agent[] = [
  { id: 1, email: 'wang', availability_status: 'online' },
  { id: 2, email: 'li', availability_status: 'online' },
];

/** What a request of the application API may find here: its method, its path below the account, and what answers. */
type Route = [string, RegExp, (ids: string[], body: Record<string, unknown>) => object | number];

/**
 * A Chatwoot with one API inbox, as its documentation says that it answers (developers.chatwoot.com: application API, webhooks):
 * an identifier belongs to one contact, a message is written each time that it is sent, a webhook is sent once and signed over
 * `timestamp.body`, and one that is not answered with success turns its message into a failed one.
 */
export class ChatwootStandIn {
  readonly at: ChatwootInbox;
  readonly messages: ChatwootMessage[] = [];
  readonly conversations: Conversation[] = [];
  readonly agents: Agent[] = agentsByDefault.map((one) => ({ ...one }));
  /** All that was sent to it, as it came in. */
  readonly received: string[] = [];
  /** What to answer next in place of doing it: after it was done (`lost`), or without (a status). */
  readonly troubles: ('lost' | number)[] = [];
  /** Where webhooks go: the inbox's setting. */
  webhookUrl = '';
  readonly #contacts: Contact[] = [];
  readonly #server: Server;
  readonly #clock: () => Date;

  static async open(clock: Clock): Promise<ChatwootStandIn> {
    let standIn: ChatwootStandIn | undefined;
    const server = createServer((request, response) => void standIn?.answers(request, response));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    standIn = new ChatwootStandIn({ url, server, clock });
    return standIn;
  }

  private constructor({ url, server, clock }: { url: string; server: Server; clock: Clock }) {
    this.at = { url, account, inbox, token, webhookSecret };
    this.#server = server;
    this.#clock = clock;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  /** An agent writes in the page of Chatwoot. */
  async writes(
    conversation: number,
    agent: string,
    content: string,
    {
      isPrivate = false,
      times = 1,
      attachments,
    }: { isPrivate?: boolean; times?: number; attachments?: object[] } = {},
  ): Promise<ChatwootMessage> {
    const message = this.#adds(
      conversation,
      { content, message_type: 'outgoing', private: isPrivate },
      agent,
    );
    for (let time = 0; time < times; time++) await this.tells(message, attachments);
    return message;
  }

  /** The webhook of a message. */
  async tells(message: ChatwootMessage, attachments?: object[]): Promise<number> {
    const { id, content, message_type, source_id, private: isPrivate, by } = message;
    const sender = this.agents.find(({ email }) => email === by);
    const status = await this.sends({
      ...{ event: 'message_created', id, content, message_type, source_id, private: isPrivate },
      ...{ account: { id: account, name: 'Bank' }, inbox: { id: inbox, name: 'Thawline' } },
      ...(attachments && { attachments }),
      sender: sender && { id: sender.id, name: by, email: by, type: 'user' },
      conversation: this.#shown(this.#conversation(message.conversation)),
    });
    if (status >= 300) Object.assign(message, { status: 'failed', external_error: String(status) });
    return status;
  }

  async assigns(conversation: number, agent: string | null): Promise<void> {
    const assignee = this.agents.find(({ email }) => email === agent)?.id ?? null;
    await this.#changes(conversation, 'conversation_updated', { assignee });
  }

  async resolves(conversation: number): Promise<void> {
    await this.#changes(conversation, 'conversation_status_changed', { status: 'resolved' });
  }

  /** Sends a webhook with the inbox's signature, or with what is given in its place. */
  async sends(
    payload: object,
    {
      secret = webhookSecret,
      age = 0,
      altered = '',
    }: { secret?: string; age?: number; altered?: string } = {},
  ): Promise<number> {
    const body = JSON.stringify(payload);
    const timestamp = String(Math.floor(this.#clock().getTime() / 1000) - age);
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
    const response = await fetch(this.webhookUrl, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Chatwoot-Timestamp': timestamp,
        'X-Chatwoot-Signature': `sha256=${signature}`,
      },
      body: body + altered,
    });
    await response.arrayBuffer();
    return response.status;
  }

  async #changes(id: number, event: string, changed: Partial<Conversation>): Promise<void> {
    const conversation = Object.assign(this.#conversation(id), changed);
    await this.sends({ event, ...this.#shown(conversation), changed_attributes: [changed] });
  }

  async answers(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    this.received.push(`${request.method} ${request.url} ${text}`);
    const says = (status: number, body: object) => {
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.headers.api_access_token !== token) return says(401, { error: 'Invalid Access Token' });
    const trouble = this.troubles.shift();
    if (typeof trouble === 'number') return says(trouble, { error: 'trouble' });
    const { pathname, searchParams } = new URL(request.url ?? '', this.at.url);
    const path = pathname.replace(`/api/v1/accounts/${account}/`, '');
    const body = { ...Object.fromEntries(searchParams), ...(text ? JSON.parse(text) : {}) };
    for (const [method, pattern, does] of this.#routes) {
      const found = request.method === method && pattern.exec(path);
      if (!found) continue;
      const answer = does(found.slice(1), body);
      if (trouble === 'lost') return void response.destroy();
      return typeof answer === 'number' ? says(answer, { error: 'no' }) : says(200, answer);
    }
    says(404, { error: 'Resource could not be found' });
  }

  readonly #routes: readonly Route[] = [
    ['GET', /^agents$/, () => this.agents],
    [
      'GET',
      /^contacts\/search$/,
      (_ids, { q }) => ({ payload: this.#contacts.filter((one) => one.identifier.includes(String(q))) }),
    ],
    [
      'POST',
      /^contacts$/,
      (_ids, { identifier, name, source_id, inbox_id }) => {
        assert.equal(inbox_id, inbox);
        if (this.#contacts.some((one) => one.identifier === identifier)) return 422;
        const id = this.#contacts.length + 1;
        const contact = {
          id,
          name: String(name),
          identifier: String(identifier),
          sourceId: String(source_id),
        };
        this.#contacts.push(contact);
        return { payload: { contact, contact_inbox: { source_id } } };
      },
    ],
    [
      'GET',
      /^contacts\/(\d+)\/conversations$/,
      ([id]) => ({
        payload: this.conversations
          .filter(({ contact }) => contact.id === Number(id))
          .map((one) => this.#shown(one)),
      }),
    ],
    [
      'POST',
      /^conversations$/,
      (_ids, { contact_id, status }) => {
        const contact = this.#contacts.find(({ id }) => id === contact_id);
        if (!contact) return 404;
        const made = { id: this.conversations.length + 1, contact, status: String(status), assignee: null };
        this.conversations.push(made);
        return this.#shown(made);
      },
    ],
    ['GET', /^conversations\/(\d+)$/, ([id]) => this.#shown(this.#conversation(Number(id)))],
    [
      'GET',
      /^conversations\/(\d+)\/messages$/,
      ([id]) => ({ meta: {}, payload: this.of(Number(id)).slice(-20) }),
    ],
    [
      'POST',
      /^conversations\/(\d+)\/messages$/,
      ([id], body) => this.#adds(Number(id), body as Partial<ChatwootMessage>, 'thawline'),
    ],
    [
      'PATCH',
      /^conversations\/(\d+)\/messages\/(\d+)$/,
      ([, id], { status, external_error }) => {
        const message = this.messages.find((one) => one.id === Number(id));
        return message ? Object.assign(message, { status, external_error }) : 404;
      },
    ],
    [
      'POST',
      /^conversations\/(\d+)\/toggle_status$/,
      ([id], { status }) => {
        this.#conversation(Number(id)).status = String(status);
        return { payload: { success: true, current_status: status } };
      },
    ],
  ];

  /** The messages of a conversation, the oldest first. */
  of(conversation: number): ChatwootMessage[] {
    return this.messages.filter((one) => one.conversation === conversation);
  }

  #adds(conversation: number, given: Partial<ChatwootMessage>, by: string): ChatwootMessage {
    const { content = '', message_type = 'outgoing', private: isPrivate = false, source_id = null } = given;
    const id = this.messages.length + 1;
    const message = {
      id,
      conversation,
      content,
      message_type,
      private: isPrivate,
      source_id,
      status: 'sent',
      by,
    };
    this.messages.push(message);
    return message;
  }

  #conversation(id: number): Conversation {
    return this.conversations.find((one) => one.id === id) ?? assert.fail(`no conversation ${id}`);
  }

  #shown({ id, status, assignee, contact }: Conversation) {
    const held = this.agents.find((one) => one.id === assignee);
    return {
      ...{ id, status, inbox_id: inbox, channel: 'Channel::Api' },
      contact_inbox: { source_id: contact.sourceId },
      meta: {
        sender: { id: contact.id },
        assignee: held ? { id: held.id, name: held.email, type: 'user' } : null,
      },
    };
  }
}
