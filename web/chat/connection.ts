import type { Language } from '../../kit/language.ts';
import type { ChatActivity } from './chatActivity.ts';
import {
  type BegunConversation,
  type ConversationAnswer,
  ConversationService,
} from './conversationService.ts';
import { directLineClient } from './directLineClient.ts';
import {
  forgetConversation,
  KeptConversation,
  keepConversation,
  keptConversation,
} from './keptConversation.ts';
import { ChatLine } from './line.ts';
import { answerOtherTabs, askOtherTabs } from './otherTabs.ts';
import { ChatOutbox } from './outbox.ts';
import { ServiceRefused } from './serviceRefused.ts';
import { TokenRefresh } from './tokenRefresh.ts';

/**
 * `lost`: being restored by itself; `offline`: the device says that it has no network; `over`: the service knows the
 * conversation no more; `elsewhere`: as many other windows have it as may; `ended`: by its customer, with nothing left here.
 */
export type ConnectionState = 'connecting' | 'online' | 'lost' | 'offline' | 'over' | 'elsewhere' | 'ended';

export type ConnectionView = {
  state: ConnectionState;
  directLine?: ChatLine;
  /** Whether what was sent last takes longer than it should. */
  late: boolean;
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
  #view: ConnectionView = { state: 'connecting', conversation: 1, late: false };
  #attempt = 0;
  #pause = firstPause;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #socketOpened = false;
  #socketsFailed = 0;
  /** Only the first conversation of a page is one that another tab may have. */
  #isAlone = false;

  constructor({ language }: { language: () => Language }) {
    this.#language = language;
    window.addEventListener('online', () => {
      if (this.#view.state === 'lost' || this.#view.state === 'offline') this.tryAgain();
    });
    window.addEventListener('offline', () => {
      if (!['over', 'elsewhere', 'ended'].includes(this.#view.state)) this.#lost();
    });
    answerOtherTabs(() => (this.#view.state === 'online' ? keptConversation() : undefined));
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
    this.#leaves('connecting');
    this.tryAgain();
  };

  /** Ends the conversation for everybody, and begins no other. @throws where the service could not be told */
  end = async (): Promise<void> => {
    const kept = keptConversation();
    try {
      if (kept) await this.service.end(kept.conversationId, kept.token);
    } catch (error) {
      // What the service knows no more is over already.
      if (!(error instanceof ServiceRefused && error.isFinal)) throw error;
    }
    this.#leaves('ended');
  };

  #leaves(state: ConnectionState): void {
    clearTimeout(this.#timer);
    this.#attempt++;
    forgetConversation();
    this.#refresh.stop();
    this.#view.directLine?.end();
    this.#isAlone = true;
    this.#show({ state, conversation: this.#view.conversation + 1, late: false });
  }

  async #connect(attempt: number): Promise<void> {
    const isFirst = this.#view.directLine === undefined;
    const own = keptConversation();
    const begun = await this.#begunEarly();
    // While other tabs are asked: most often there is none, and then nothing was waited for.
    const token = own || begun.conversation || !isFirst ? undefined : this.service.token(this.#language());
    token?.catch(() => {});
    const kept = own ?? begun.kept ?? (await this.#ofOtherTab());
    if (attempt !== this.#attempt) return;
    try {
      if (kept === undefined && !isFirst) throw new ServiceRefused(403);
      const conversation = kept
        ? await this.service.resume(kept.conversationId, kept.token)
        : (begun.conversation ??
          (await this.service.begin(
            await (token ?? this.service.token(this.#language())),
            this.#language(),
          )));
      if (attempt === this.#attempt) this.#use(conversation, attempt, begun.conversation?.said);
    } catch (error) {
      if (attempt !== this.#attempt) return;
      const final = error instanceof ServiceRefused && error.isFinal;
      if (!final) return this.#lost();
      forgetConversation();
      if (isFirst && kept) return this.tryAgain();
      this.#refresh.stop();
      this.#view.directLine?.outbox.giveUp();
      this.#show({ ...this.#view, state: 'over', late: false });
    }
  }

  #use(conversation: ConversationAnswer, attempt: number, said: readonly ChatActivity[] = []): void {
    const isCurrent = () => attempt === this.#attempt;
    const webSocket = this.#socketOpened || this.#socketsFailed < socketTries;
    const line = this.#view.directLine ?? this.#newLine(conversation.conversationId);
    const client = directLineClient(conversation, {
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
          client.end();
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
      client.reconnect({ token: answer.token, streamUrl: conversation.streamUrl });
    });
    line.hears(said);
    line.use(client);
    this.#show({ ...this.#view, directLine: line });
    if (!webSocket) this.#online();
  }

  #newLine(conversationId: string): ChatLine {
    return new ChatLine(
      new ChatOutbox({
        post: (activity, signal) => {
          const token = keptConversation()?.token ?? '';
          return this.service.post(conversationId, { token, activity, signal });
        },
        refused: this.tryAgain,
        late: (late) => {
          if (late !== this.#view.late) this.#show({ ...this.#view, late });
        },
      }),
    );
  }

  /** The conversation that another tab has, once: who wants a new one is not given that again. */
  async #ofOtherTab(): Promise<KeptConversation | undefined> {
    if (this.#isAlone) return undefined;
    this.#isAlone = true;
    return KeptConversation.safeParse(await askOtherTabs()).data;
  }

  /** What the page has begun by itself before this script was there, once. */
  async #begunEarly(): Promise<{ conversation?: BegunConversation; kept?: KeptConversation }> {
    const begun = await window.thawlineBegun;
    if (begun === undefined) return {};
    window.thawlineBegun = undefined;
    this.#isAlone = true;
    const conversation = this.service.begun(begun);
    const kept = KeptConversation.safeParse(begun.kept).data;
    return { ...(conversation && { conversation }), ...(kept && { kept }) };
  }

  #online(): void {
    this.#pause = firstPause;
    const wasThere = this.#view.state !== 'connecting';
    this.#show({ ...this.#view, state: 'online' });
    // What a customer said before the first stream was there is on its way already.
    if (wasThere) this.#view.directLine?.outbox.retry();
  }

  /** Tries again by itself, at a moment of its own: after a restart not every page comes back at once. */
  #lost(): void {
    this.#show({ ...this.#view, state: navigator.onLine ? 'lost' : 'offline' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.tryAgain, this.#pause * (0.5 + Math.random()));
    this.#pause = Math.min(this.#pause * 2, longestPause);
  }

  #show(view: ConnectionView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}
