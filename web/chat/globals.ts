import type * as Types from 'react';
import type { ChatActivity } from './chatActivity.ts';

/** The part of rxjs 5 that Direct Line's client hands out. */
export type Observable<Value> = {
  subscribe(observer: { next?(value: Value): void; error?(error: unknown): void; complete?(): void }): {
    unsubscribe(): void;
  };
};

/** The official Direct Line client, as far as the page uses it; `services` is where its tests put their own. */
export type DirectLineClient = {
  activity$: Observable<ChatActivity>;
  connectionStatus$: Observable<number>;
  postActivity(activity: unknown): Observable<string>;
  end(): void;
  reconnect(conversation: { token: string; streamUrl: string }): void;
  services: {
    WebSocket: typeof WebSocket;
    ajax(request: unknown): { do(observer: { error(error: unknown): void }): unknown };
  };
};

export type Action = {
  type: string;
  meta?: unknown;
  payload?: { activity?: ChatActivity; name?: string; value?: unknown };
};
export type Store = { dispatch(action: Action): void; getState(): { activities: ChatActivity[] } };
export type StoreMiddleware = (
  store: Store,
) => (next: (action: Action) => unknown) => (action: Action) => unknown;

/** What renders one attachment or activity; `false` renders nothing. */
export type AttachmentMiddleware = () => (
  next: (of: AttachmentOf) => Types.ReactNode,
) => (of: AttachmentOf) => Types.ReactNode;
export type AttachmentForScreenReaderMiddleware = () => (
  next: (of: AttachmentOf) => false | (() => Types.ReactNode),
) => (of: AttachmentOf) => false | (() => Types.ReactNode);
type ActivityRenderer = false | ((...parts: unknown[]) => Types.ReactNode);
export type ActivityMiddleware = () => (
  next: (of: { activity: ChatActivity }) => ActivityRenderer,
) => (of: { activity: ChatActivity }) => ActivityRenderer;
export type ActivityStatusMiddleware = () => (
  next: (of: StatusOf) => Types.ReactNode,
) => (of: StatusOf) => Types.ReactNode;
type StatusOf = { activity: ChatActivity; sendState: 'sending' | 'send failed' | 'sent' };
export type TypingIndicatorMiddleware = () => (
  next: (of: object) => Types.ReactNode,
) => (of: object) => Types.ReactNode;
export type AttachmentOf = {
  activity: ChatActivity;
  attachment: { contentType: string; content?: unknown };
};

type WebChatProps = {
  directLine: DirectLineClient;
  store: Store;
  locale: string;
  nonce: string;
  disabled: boolean;
  styleOptions: Record<string, unknown>;
  overrideLocalizedStrings: Record<string, string>;
  activityMiddleware: ActivityMiddleware;
  activityStatusMiddleware: ActivityStatusMiddleware;
  typingIndicatorMiddleware: TypingIndicatorMiddleware;
  attachmentMiddleware: AttachmentMiddleware;
  attachmentForScreenReaderMiddleware: AttachmentForScreenReaderMiddleware;
  role: 'main';
};

type WebChatGlobal = {
  ReactWebChat: Types.ComponentType<WebChatProps>;
  createStore(state: object, middleware: StoreMiddleware): Store;
  createDirectLine(options: {
    domain: string;
    token: string;
    conversationId: string;
    streamUrl: string;
    webSocket: boolean;
  }): DirectLineClient;
  hooks: {
    useActivities(): [ChatActivity[]];
    useDisabled(): [boolean];
    usePostActivity(): (activity: { type: 'event'; name: string; value: unknown }) => unknown;
    useSendMessage(): (text: string) => void;
    useFocus(): (where: 'main' | 'sendBox' | 'sendBoxWithoutKeyboard') => Promise<void>;
    useScrollToEnd(): () => void;
    useSendBoxValue(): [string, (value: string) => void];
  };
};

declare global {
  // Web Chat's own build and the React that it shares with the page run before the page's script. `React` itself
  // is a global by its own types.
  const ReactDOM: { createRoot(container: Element): { render(element: Types.ReactNode): void } };
  const WebChat: WebChatGlobal;
}
