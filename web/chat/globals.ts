import type * as Types from 'react';
import type { ChatActivity } from './chatActivity.ts';
import type { Line } from './line.ts';
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

type Action = {
  type: string;
  meta?: unknown;
  payload?: { activity?: ChatActivity; name?: string; value?: unknown };
};
type Store = {
  dispatch(action: Action): void;
  getState(): { activities: ChatActivity[]; sendBoxValue: string };
};
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
type SendBox = Types.ComponentType<object>;
export type SendBoxMiddleware = () => (
  next: (request: unknown) => SendBox | false,
) => (request: unknown) => SendBox | false;
type AttachmentOf = {
  activity: ChatActivity;
  attachment: { contentType: string; content?: unknown };
};

type WebChatProps = {
  directLine: Line;
  store: Store;
  locale: string;
  nonce: string;
  disabled: boolean;
  styleOptions: Record<string, unknown>;
  overrideLocalizedStrings: Record<string, string>;
  activityMiddleware: ActivityMiddleware;
  activityStatusMiddleware: ActivityStatusMiddleware;
  sendBoxMiddleware: readonly SendBoxMiddleware[];
  typingIndicatorMiddleware: TypingIndicatorMiddleware;
  attachmentMiddleware: AttachmentMiddleware;
  attachmentForScreenReaderMiddleware: AttachmentForScreenReaderMiddleware;
  role: 'main';
};

type WebChatGlobal = {
  ReactWebChat: Types.ComponentType<WebChatProps>;
  createStore(state: object, ...middleware: StoreMiddleware[]): Store;
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
