import { randomBytes, randomUUID } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { readMessages } from './messagesDocument.ts';
import { PhoneCall } from './phoneCall.ts';

export type CarrierDependencies = {
  accountSid: string;
  token: string;
  /** The address that is signed. */
  publicUrl: () => string;
  /** The address at which the carrier finds that path; a test may put a proxy in between. */
  reach?: (url: string) => string;
  send?: typeof fetch;
};

/** What a service answered to one request; `problem` where a carrier would give up on it. */
export type Delivered = { status: number; document: string; problem?: string };

/** What became of one message: the texts of the answers, and how the service gave them. */
export type Texted = { sid: string; replies: string[]; documents: string[]; problems: string[] };

/** More than any answer needs, fewer than a loop of redirects. */
const mostRedirects = 20;

/** More than are under way at once. */
const mostCalls = 200;

/** A carrier gives a service so long for an answer. */
const longestWait = 15_000;

/** A little carrier: it takes calls and messages to the service over HTTP and signs its requests as Twilio does. */
export class Carrier {
  readonly #parts: CarrierDependencies;
  /** The newest calls by their SIDs. */
  readonly #calls = new Map<string, PhoneCall>();

  constructor(parts: CarrierDependencies) {
    this.#parts = parts;
  }

  /** Calls. @param from the caller's number as the network shows it; undefined where it shows none */
  async call(from: string | undefined): Promise<PhoneCall> {
    const call = new PhoneCall(this, { sid: `CA${randomBytes(16).toString('hex')}`, from });
    this.#calls.set(call.sid, call);
    const [oldest] = this.#calls.keys();
    if (oldest !== undefined && this.#calls.size > mostCalls) this.#calls.delete(oldest);
    await call.begin();
    return call;
  }

  /** The account that it carries for, as its REST side asks for it. */
  get account(): { sid: string; token: string } {
    return { sid: this.#parts.accountSid, token: this.#parts.token };
  }

  /** A call that is under way. */
  callOf(sid: string): PhoneCall | undefined {
    const call = this.#calls.get(sid);
    return call?.state === 'ended' ? undefined : call;
  }

  /** Says what has become of a message that the service has sent. */
  async reports(address: string, { sid, to }: { sid: string; to: string }): Promise<void> {
    for (const MessageStatus of ['sent', 'delivered']) {
      const parameters = { AccountSid: this.#parts.accountSid, MessageSid: sid, MessageStatus, To: to };
      await this.post(address, parameters);
    }
  }

  /**
   * Sends a message.
   * @param from the customer's number, with `whatsapp:` before it where it writes there
   * @param more parameters beside those of a plain text; its `MessageSid` where a message comes again
   */
  async text(from: string, body: string, more: Record<string, string> = {}): Promise<Texted> {
    const sid = more.MessageSid ?? `SM${randomBytes(16).toString('hex')}`;
    const parameters = { ...this.messageParameters(sid, from, body), ...more };
    const texted: Texted = { sid, replies: [], documents: [], problems: [] };
    let address: string | undefined = '/twilio/messages';
    for (let redirects = 0; address !== undefined && redirects < mostRedirects; redirects++) {
      const { document, problem } = await this.post(address, parameters);
      texted.documents.push(document);
      if (problem !== undefined) return { ...texted, problems: [...texted.problems, problem] };
      const { texts, redirect, problems } = readMessages(document);
      texted.replies.push(...texts);
      texted.problems.push(...problems);
      address = redirect;
    }
    return texted;
  }

  /** What Twilio sends with a message that came in. */
  messageParameters(sid: string, from: string, body: string): Record<string, string> {
    return {
      AccountSid: this.#parts.accountSid,
      ApiVersion: '2010-04-01',
      MessageSid: sid,
      SmsMessageSid: sid,
      SmsSid: sid,
      SmsStatus: 'received',
      NumMedia: '0',
      NumSegments: '1',
      From: from,
      To: from.startsWith('whatsapp:') ? 'whatsapp:+12025550199' : '+12025550199',
      Body: body,
    };
  }

  /** What Twilio sends with every request about a call. */
  parameters(sid: string, from: string | undefined, status = 'in-progress'): Record<string, string> {
    return {
      AccountSid: this.#parts.accountSid,
      ApiVersion: '2010-04-01',
      CallSid: sid,
      CallStatus: status,
      Direction: 'inbound',
      To: '+12025550199',
      Called: '+12025550199',
      ...(from !== undefined && { From: from, Caller: from }),
    };
  }

  /** Posts one request, signed. @param idempotencyToken the one of the request that this repeats */
  async post(
    path: string,
    parameters: Record<string, string>,
    idempotencyToken: string = randomUUID(),
  ): Promise<Delivered> {
    const { token, publicUrl, reach = (url) => url, send = fetch } = this.#parts;
    const url = new URL(path, publicUrl()).href;
    try {
      const response = await send(reach(url), {
        method: 'POST',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
          'X-Twilio-Signature': getExpectedTwilioSignature(token, url, parameters),
          'I-Twilio-Idempotency-Token': idempotencyToken,
        },
        body: new URLSearchParams(parameters).toString(),
        signal: AbortSignal.timeout(longestWait),
      });
      const document = await response.text();
      const { status } = response;
      return response.ok
        ? { status, document }
        : { status, document, problem: `an answer with status ${status}` };
    } catch (error) {
      return { status: 0, document: '', problem: `no answer: ${error instanceof Error ? error.name : ''}` };
    }
  }
}
