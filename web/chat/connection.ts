import type { Language } from '../../kit/language.ts';
import { type ConversationAnswer, ConversationService, ServiceRefused } from './conversationService.ts';
import { directLineClient } from './directLineClient.ts';
import type { DirectLineClient } from './globals.ts';
import { forgetConversation, keepConversation, keptConversation } from './keptConversation.ts';
import { TokenRefresh } from './tokenRefresh.ts';

/**
 * `lost`: being restored by itself; `over`: the service knows the conversation no more; `elsewhere`: another
 * window has it.
 */
export type ConnectionState = 'connecting' | 'online' | 'lost' | 'over' | 'elsewhere';

export type ConnectionView = {
  state: ConnectionState;
  directLine?: DirectLineClient;
  /** Counts the conversations of this page: what is shown belongs to one. */
  conversation: number;
};

const firstPause = 1000;
const longestPause = 30_000;
/** After so many sockets that never opened the network is taken for one that lets none through. */
const socketTries = 2;

/** The conversation of this page: begins it, resumes it after a reload, and restores it when the network returns. */
export class Connection {
  readonly service = new ConversationService();
  readonly #language: () => Language;
  readonly #listeners = new Set<() => void>();
  readonly #refresh = new TokenRefresh(this.service);
  #view: ConnectionView = { state: 'connecting', conversation: 1 };
  #attempt = 0;
  #pause = firstPause;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #socketOpened = false;
  #socketsFailed = 0;

  constructor({ language }: { language: () => Language }) {
    this.#language = language;
    window.addEventListener('online', () => {
      if (this.#view.state === 'lost') this.tryAgain();
    });
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  view = (): ConnectionView => this.#view;

  /** Connects now: the conversation of this tab, or a new one where there is none. */
  tryAgain = (): void => {
    clearTimeout(this.#timer);
    this.#connect(++this.#attempt).catch(() => this.#lost());
  };

  /** Leaves the conversation for a new one. */
  startOver = (): void => {
    forgetConversation();
    this.#refresh.stop();
    this.#show({ state: 'connecting', conversation: this.#view.conversation + 1 });
    this.tryAgain();
  };

  async #connect(attempt: number): Promise<void> {
    const kept = keptConversation();
    const isFirst = this.#view.directLine === undefined;
    try {
      if (kept === undefined && !isFirst) throw new ServiceRefused(403);
      const conversation = kept
        ? await this.service.resume(kept.conversationId, kept.token)
        : await this.service.begin(this.#language());
      if (attempt === this.#attempt) this.#use(conversation, attempt);
    } catch (error) {
      if (attempt !== this.#attempt) return;
      const final = error instanceof ServiceRefused && error.isFinal;
      if (!final) return this.#lost();
      forgetConversation();
      if (isFirst && kept) return this.tryAgain();
      this.#refresh.stop();
      this.#show({ ...this.#view, state: 'over' });
    }
  }

  #use(conversation: ConversationAnswer, attempt: number): void {
    const isCurrent = () => attempt === this.#attempt;
    const webSocket = this.#socketOpened || this.#socketsFailed < socketTries;
    const directLine = directLineClient(conversation, {
      webSocket,
      events: {
        opened: () => {
          this.#socketOpened = true;
          if (isCurrent()) this.#online();
        },
        closed: ({ replaced }) => {
          if (!isCurrent()) return;
          if (!this.#socketOpened) this.#socketsFailed++;
          if (!replaced) return this.#lost();
          this.#show({ ...this.#view, state: 'elsewhere' });
          // Left alone it would come back, and the two windows would take turns in throwing each other out.
          directLine.end();
        },
        ended: () => {
          if (isCurrent() && this.#view.state !== 'elsewhere') this.#lost();
        },
      },
    });
    const keep = ({ token, expires_in }: { token: string; expires_in: number }) =>
      keepConversation({
        conversationId: conversation.conversationId,
        token,
        expiresAt: Date.now() + expires_in * 1000,
      });
    keep(conversation);
    this.#refresh.start(conversation, (answer) => {
      keep(answer);
      directLine.reconnect({ token: answer.token, streamUrl: conversation.streamUrl });
    });
    this.#show({ ...this.#view, directLine });
    if (!webSocket) this.#online();
  }

  #online(): void {
    this.#pause = firstPause;
    this.#show({ ...this.#view, state: 'online' });
  }

  /** Tries again by itself, at a moment of its own: after a restart not every page comes back at once. */
  #lost(): void {
    this.#show({ ...this.#view, state: 'lost' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.tryAgain, this.#pause * (0.5 + Math.random()));
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  #show(view: ConnectionView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}
