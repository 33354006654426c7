import { phoneAddresses } from '../contract/phoneAddresses.ts';
import type { MessagingApp, ThreadMessage, ThreadView } from '../contract/simulatedMessages.ts';

type ThreadDependencies = {
  number: string;
  app: MessagingApp;
  shows: (messages: readonly ThreadMessage[]) => void;
  answered: (document: string) => void;
  news: () => void;
};

const every = 2000;

/** One thread of messages: looks for what is new, and writes. */
export class Thread {
  readonly #parts: ThreadDependencies;
  readonly #timer: ReturnType<typeof setInterval>;
  #after = 0;
  #last: Promise<unknown> = Promise.resolve();
  #isWriting = false;

  constructor(parts: ThreadDependencies) {
    this.#parts = parts;
    void this.#look().catch(() => {});
    this.#timer = setInterval(() => {
      if (document.visibilityState === 'visible' && !this.#isWriting) void this.#news().catch(() => {});
    }, every);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** @returns what a carrier's debugger would show */
  async writes(words: string): Promise<string[]> {
    const { number, app } = this.#parts;
    this.#isWriting = true;
    try {
      const written = post(phoneAddresses.messages, { number, app, words });
      // What was written shows at once, its answer when it comes.
      await this.#look();
      await written;
      const { problems, document } = await this.#look();
      this.#parts.answered(document);
      return problems;
    } finally {
      this.#isWriting = false;
    }
  }

  async #news(): Promise<void> {
    const { messages } = await this.#look();
    if (messages.some(({ from }) => from === 'bank')) this.#parts.news();
  }

  /** One look after the other, so that no message is shown twice. */
  #look(): Promise<ThreadView> {
    const look = this.#last.then(async () => {
      const { number, app, shows } = this.#parts;
      const response = await post(phoneAddresses.look, { number, app, after: this.#after });
      const view: ThreadView = await response.json();
      this.#after = view.messages.at(-1)?.place ?? this.#after;
      shows(view.messages);
      return view;
    });
    this.#last = look.catch(() => {});
    return look;
  }
}

async function post(address: string, body: unknown): Promise<Response> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`answered with ${response.status}`);
  return response;
}
