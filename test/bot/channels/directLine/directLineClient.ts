import type { Activity } from 'botbuilder';

/** What a client knows of a conversation. */
export type Started = { conversationId: string; token: string; streamUrl: string };
export type Answer = { status: number; headers: Headers; body: Record<string, unknown> };

type Request = { token?: string; body?: unknown; headers?: Record<string, string> | undefined };

/** Direct Line as a program speaks it: plain requests, and every answer as it came. */
export abstract class DirectLineClient {
  abstract readonly url: string;

  async call(method: string, path: string, { token, body, headers = {} }: Request = {}): Promise<Answer> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
  }

  async start(headers?: Record<string, string>): Promise<Started> {
    const { body } = await this.call('POST', '/webchat/token', { headers });
    const token = String(body.token);
    const started = await this.call('POST', '/v3/directline/conversations', { token, headers });
    return started.body as Started;
  }

  /** The address of a fresh stream of a conversation: a ticket opens one. */
  async freshStream({ conversationId, token }: Started): Promise<string> {
    const { body } = await this.call('GET', `/v3/directline/conversations/${conversationId}`, { token });
    return String(body.streamUrl);
  }

  post({ conversationId, token }: Started, body: unknown): Promise<Answer> {
    return this.call('POST', `/v3/directline/conversations/${conversationId}/activities`, { token, body });
  }

  say(started: Started, text: string, more: Record<string, unknown> = {}): Promise<Answer> {
    return this.post(started, { type: 'message', from: { id: 'me' }, text, ...more });
  }

  async activities({ conversationId, token }: Started, watermark = ''): Promise<Activity[]> {
    const path = `/v3/directline/conversations/${conversationId}/activities?watermark=${watermark}`;
    return (await this.call('GET', path, { token })).body.activities as Activity[];
  }

  async texts(started: Started): Promise<string[]> {
    return (await this.activities(started)).map((activity) => activity.text);
  }
}
