/** How a channel of the Bot Framework differs from the others, where that matters here. */
export type Quirks = {
  /** Whose arrival begins a conversation: Teams tells of the bot alone, the others of both, one after the other. */
  greets: 'user' | 'bot';
  /** Whether it renders Adaptive Cards 1.5 with masked inputs; elsewhere the question is asked in plain words. */
  cards: boolean;
  /** Whether event activities reach the user's side; others answer them with an error. */
  events: boolean;
};

/** The channels that are let in. One whose messages anybody else can read is none of them. */
export const channels: Readonly<Record<string, Quirks>> = {
  msteams: { greets: 'bot', cards: true, events: false },
  webchat: { greets: 'user', cards: true, events: true },
  emulator: { greets: 'user', cards: true, events: true },
};
