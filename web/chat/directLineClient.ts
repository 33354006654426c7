import { DirectLine } from 'botframework-directlinejs';
import type { ChatActivity } from './chatActivity.ts';
import { type ConversationAnswer, directLineDomain } from './conversationService.ts';
import type { Observable } from './observable.ts';

/** The official Direct Line client, as far as the page uses it; `services` is where its tests put their own. */
export type DirectLineClient = {
  activity$: Observable<ChatActivity>;
  connectionStatus$: Observable<number>;
  end(): void;
  reconnect(conversation: { token: string; streamUrl: string }): void;
  services: {
    WebSocket: typeof WebSocket;
    ajax(request: unknown): { do(observer: { error(error: unknown): void }): unknown };
  };
};

/** What a client says about its connection; a closed socket alone shows in no `connectionStatus$`. */
export type ClientEvents = {
  opened(): void;
  /** `replaced`: another window took the conversation over. */
  closed(why: { replaced: boolean }): void;
  /** The service or the client ended this connection for good. */
  ended(): void;
};

const ended = [3, 4, 5];

/** This page among the tabs that show the same conversation, each with a socket of its own. */
const ownId = String(Math.random()).slice(2, 12);

/** The official client for a conversation, watched. With an empty watermark the whole conversation comes again. */
export function directLineClient(
  { conversationId, token, streamUrl }: ConversationAnswer,
  { webSocket, events }: { webSocket: boolean; events: ClientEvents },
): DirectLineClient {
  const official: unknown = new DirectLine({
    domain: directLineDomain,
    token,
    conversationId,
    streamUrl,
    webSocket,
  });
  const client = official as DirectLineClient;
  client.services.WebSocket = watchedSocket(events);
  if (!webSocket) watchPolling(client, events);
  client.connectionStatus$.subscribe({
    next: (status) => {
      if (ended.includes(status)) events.ended();
    },
    error: () => {},
  });
  return client;
}

function watchedSocket({ opened, closed }: ClientEvents): typeof WebSocket {
  return class extends WebSocket {
    constructor(address: string | URL) {
      super(`${address}&client=${ownId}`);
      this.addEventListener('open', opened);
      this.addEventListener('close', ({ code, reason }) =>
        closed({ replaced: code === 1000 && reason.startsWith('replaced') }),
      );
    }
  };
}

/** The client stops polling after an error and tells nobody. */
function watchPolling(client: DirectLineClient, { closed }: ClientEvents): void {
  const { ajax } = client.services;
  client.services.ajax = (request) => {
    const isPoll = (request as { method?: string }).method === 'GET';
    const answer = ajax(request);
    if (!isPoll) return answer;
    return answer.do({ error: () => closed({ replaced: false }) }) as typeof answer;
  };
}
