import { randomBytes } from 'node:crypto';
import { UnfreezeError } from '../kit/errors.ts';
import { type Clock, minutes } from '../kit/time.ts';
import type { Carrier } from './carrier.ts';
import type { PhoneEvent, PhoneView } from './contract/simulatedCall.ts';
import type { PhoneCall } from './phoneCall.ts';

type Line = { call: PhoneCall; looked: number; usedAt: number };

const mostLines = 50;
const forgottenAfter = 30 * minutes;

/** The calls that are being made from browsers, in memory: this is for trying only. */
export class PhoneLines {
  readonly #carrier: Carrier;
  readonly #clock: Clock;
  readonly #lines = new Map<string, Line>();

  constructor({ carrier, clock }: { carrier: Carrier; clock: Clock }) {
    this.#carrier = carrier;
    this.#clock = clock;
  }

  /** @throws UnfreezeError `tooManyRequests` */
  async dial(from: string | null): Promise<PhoneView> {
    this.#forget();
    if (this.#lines.size >= mostLines) throw new UnfreezeError('tooManyRequests', 'every line is busy');
    const id = randomBytes(16).toString('hex');
    const call = await this.#carrier.call(from ?? undefined);
    this.#lines.set(id, { call, looked: 0, usedAt: this.#clock().getTime() });
    return this.#view(id);
  }

  /** @throws UnfreezeError `conversationUnknown` */
  async happens(id: string, event: PhoneEvent): Promise<PhoneView> {
    const { call } = this.#line(id);
    switch (event.what) {
      case 'key':
        await call.press(event.key);
        break;
      case 'words':
        await call.speak(event.words);
        break;
      case 'silence':
        await call.wait();
        break;
      case 'dialled':
        await call.dialled(event.status);
        break;
      case 'looks':
        break;
      case 'hangUp':
        await call.hangUp();
    }
    return this.#view(id);
  }

  #line(id: string): Line {
    const line = this.#lines.get(id);
    if (line === undefined) throw new UnfreezeError('conversationUnknown', 'no such call');
    line.usedAt = this.#clock().getTime();
    return line;
  }

  #view(id: string): PhoneView {
    const line = this.#line(id);
    const { state, heard, documents, problems, gathering, dialTimeout } = line.call;
    const news = heard.slice(line.looked);
    line.looked = heard.length;
    return {
      ...{ id, state, heard: news, document: documents.at(-1) ?? '', problems, dialTimeout },
      gathering: gathering
        ? {
            keys: gathering.hearsKeys,
            words: gathering.hearsWords,
            language: gathering.language,
            timeout: gathering.timeoutSeconds,
            count: gathering.count,
          }
        : null,
    };
  }

  #forget(): void {
    const oldest = this.#clock().getTime() - forgottenAfter;
    for (const [id, { call, usedAt }] of this.#lines) {
      if (call.state === 'ended' || usedAt < oldest) this.#lines.delete(id);
    }
  }
}
