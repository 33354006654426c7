import type { Logger } from 'pino';
import { JsonCaller } from '../kit/http/jsonCaller.ts';
import { fetchOverTls } from '../kit/http/tls/fetchOverTls.ts';
import { loggedError } from '../kit/loggedError.ts';
import { seconds } from '../kit/time.ts';
import {
  type ConversationReadings,
  ConversationsRead,
  conversationsReadAddress,
  type ReadingsAsked,
} from './contract/conversationsRead.ts';

/** Who looks at the page does not wait longer for the bot's half. */
const patience = 3 * seconds;

type RemoteReadingsOptions = { at: { url: string; token: string }; log: Logger };

/** Reads the conversations from the bot's half in another process. Where it is away the page is shown without them. */
export class RemoteReadings implements ConversationReadings {
  readonly #caller: JsonCaller;
  readonly #log: Logger;

  constructor({ at, log }: RemoteReadingsOptions) {
    this.#caller = new JsonCaller({
      ...{ ...at, fetch: fetchOverTls(), name: 'the bot’s half', patience },
      tries: 1,
    });
    this.#log = log;
  }

  async read(asked: ReadingsAsked): Promise<ConversationsRead | undefined> {
    try {
      const path = `${conversationsReadAddress}?${new URLSearchParams(asked)}`;
      return await this.#caller.get(path, { answers: ConversationsRead });
    } catch (error) {
      this.#log.warn({ err: loggedError(error) }, 'the conversations cannot be read from the bot’s half');
      return undefined;
    }
  }
}
