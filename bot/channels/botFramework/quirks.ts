/** How a channel of the Bot Framework differs from the others, where that matters here. */
export type Quirks = {
  /**
   * The member whose arrival begins a conversation: Teams reports the bot alone, the others report both, one after the
   * other.
   */
  greets: 'user' | 'bot';
  /** Whether it renders Adaptive Cards 1.5 with masked inputs; elsewhere the question is asked in plain words. */
  cards: boolean;
  /** Whether event activities reach the user's side; others answer them with an error. */
  events: boolean;
};

/** The channels that more is known of than of any other, by the id that the framework's service gives each. */
export const channelQuirks: Readonly<Record<string, Quirks>> = {
  msteams: { greets: 'bot', cards: true, events: false },
  webchat: { greets: 'user', cards: true, events: true },
  emulator: { greets: 'user', cards: true, events: true },
};

const plain: Quirks = { greets: 'user', cards: false, events: false };

/** Any other channel of the registration is served in plain words, and secrets are asked for as in SMS. */
export function quirksOf(frameworkId: string): Quirks {
  return (Object.hasOwn(channelQuirks, frameworkId) ? channelQuirks[frameworkId] : undefined) ?? plain;
}

const others = 'other-app/';

/** How a conversation here names a channel of the framework's: one without a row can take no other channel's name. */
export function channelIdOf(frameworkId: string): string {
  return Object.hasOwn(channelQuirks, frameworkId) ? frameworkId : `${others}${frameworkId}`;
}

/** The id that the framework's service gives a channel; undefined for one that is none of the framework's. */
export function frameworkIdOf(channelId: string): string | undefined {
  if (channelId.startsWith(others)) return channelId.slice(others.length);
  return Object.hasOwn(channelQuirks, channelId) ? channelId : undefined;
}
