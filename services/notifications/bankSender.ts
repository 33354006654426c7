import { JsonCaller, Refusal } from '../../kit/http/jsonCaller.ts';
import { fetchOverTls } from '../../kit/http/tls/fetchOverTls.ts';
import { seconds } from '../../kit/time.ts';
import { MessageTaken } from '../contract/bankCalls.ts';
import { type MessageSender, type ShortMessage, Undeliverable } from './messageSender.ts';

/** The address of the bank's own sender. `patience`: the milliseconds that one try waits for an answer. */
export type BankSenderAddress = { url: string; token: string; patience?: number };

/** The bank's own way to its customers' telephones (`docs/channels.md`). A repeated id means the same message. */
export class BankSender implements MessageSender {
  readonly #caller: JsonCaller;

  constructor({ url, token, patience = 3 * seconds }: BankSenderAddress) {
    // A bank's gateway may not speak TLS 1.3 yet.
    const fetch = fetchOverTls(undefined, 'TLSv1.2');
    this.#caller = new JsonCaller({ url, token, fetch, patience, name: 'the bank’s own sender', tries: 2 });
  }

  async send({ id: key, to, body }: ShortMessage): Promise<{ providerId: string }> {
    try {
      const { id } = await this.#caller.post('/v1/messages', { to, body }, { answers: MessageTaken, key });
      return { providerId: id };
    } catch (error) {
      // It has looked at this one and will not bring it; that it wants another token or a rest is no such answer.
      if (error instanceof Refusal && [400, 404, 410, 422].includes(error.status))
        throw new Undeliverable(error.code, { cause: error });
      throw error;
    }
  }
}
