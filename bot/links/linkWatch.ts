import type { Logger } from 'pino';
import type { Heard } from '../../dialogs/understanding/heard.ts';
import { UnfreezeError } from '../../kit/errors.ts';
import { loggedError } from '../../kit/loggedError.ts';
import { type Clock, minutes, seconds } from '../../kit/time.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import type { ReachingChannel } from '../turn/conversationReference.ts';
import type { AwaitedLink, StoredAwaitedLinks } from './awaitedLinks.ts';

/**
 * The most links of one round in one process: the bank's side gets at most about 17 questions a second, however many
 * links are open.
 */
const mostAtOnce = 50;
const longestPause = 1 * minutes;
/** Longer than a turn waits for the turns before it. */
const beforeTellingAgain = 30 * seconds;

type LinkWatchDependencies = {
  links: StoredAwaitedLinks;
  processor: Pick<ProcessorClient, 'unfreezeRequestState'>;
  channels: readonly ReachingChannel<Heard>[];
  clock: Clock;
  log: Logger;
  /** Milliseconds between two rounds; three seconds by default. */
  every?: number;
};

/**
 * Asks the bank's side about the links that conversations wait for, and tells each conversation when its link has
 * ended; its dialog then continues as if the customer had come back. It is said only once: the conversation's state,
 * under the lock of its turn, shows whether the customer has heard it already.
 */
export class LinkWatch {
  readonly #parts: LinkWatchDependencies;
  readonly #every: number;
  #isAsking = false;
  #failures = 0;
  #notBefore = 0;

  constructor(parts: LinkWatchDependencies) {
    this.#parts = parts;
    this.#every = parts.every ?? 3 * seconds;
  }

  /** Starts the rounds. Their timer does not keep the process alive. @returns a function that stops them */
  start(): () => void {
    const stopListening = this.#parts.links.listen(() => void this.round());
    const timer = setInterval(() => void this.round(), this.#every).unref();
    return () => {
      stopListening();
      clearInterval(timer);
    };
  }

  /**
   * Runs one round. Never rejects; while the bank's side does not answer, rounds become rarer, down to one a minute.
   */
  async round(): Promise<void> {
    const { clock, log } = this.#parts;
    if (this.#isAsking || clock().getTime() < this.#notBefore) return;
    this.#isAsking = true;
    const telling: Promise<void>[] = [];
    try {
      for (const link of await this.#parts.links.due(mostAtOnce)) {
        if (!(await this.#parts.links.claim(link.id, this.#every))) continue;
        if (await this.#isOpen(link.id)) continue;
        await this.#parts.links.putOff(link.id, beforeTellingAgain);
        telling.push(this.#tell(link));
      }
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      const pause = Math.min(this.#every * 2 ** this.#failures, longestPause);
      this.#notBefore = clock().getTime() + pause;
      log.warn({ err: loggedError(error) }, 'the bank’s side cannot be asked about open links');
    } finally {
      this.#isAsking = false;
    }
    // All conversations are told at once, so that a slow channel delays no other.
    await Promise.all(telling);
  }

  async #isOpen(id: string): Promise<boolean> {
    try {
      return (await this.#parts.processor.unfreezeRequestState(id)).state === 'open';
    } catch (error) {
      if (error instanceof UnfreezeError && error.code === 'authenticationRequestUnknown') return false;
      throw error;
    }
  }

  async #tell({ id, reference }: AwaitedLink): Promise<void> {
    const { links, channels, log } = this.#parts;
    const channel = channels.find((one) => one.reaches(reference.channelId));
    try {
      await channel?.tells(reference, `link|${id}`, { what: 'linkConcluded', id });
      await links.forget(id);
    } catch (error) {
      if (error instanceof UnfreezeError && error.code === 'conversationUnknown') {
        await links.forget(id).catch(() => {});
        return;
      }
      log.warn(
        { err: loggedError(error), link: id },
        'a conversation could not be told of the end of its link',
      );
    }
  }
}
