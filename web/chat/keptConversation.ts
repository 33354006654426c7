import * as z from 'zod';

const place = 'thawline.conversation';

/** What is kept in the tab so that a reload goes on: which conversation, and the right to it. Nothing typed. */
export const KeptConversation = z.object({
  conversationId: z.string(),
  token: z.string(),
  /** In milliseconds by this device's clock. */
  expiresAt: z.number(),
});
export type KeptConversation = z.infer<typeof KeptConversation>;

/** The conversation of this tab whose token can still be good. */
export function keptConversation(): KeptConversation | undefined {
  try {
    const kept = KeptConversation.parse(JSON.parse(sessionStorage.getItem(place) ?? ''));
    return kept.expiresAt > Date.now() ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepConversation(kept: KeptConversation): void {
  sessionStorage.setItem(place, JSON.stringify(kept));
}

export function forgetConversation(): void {
  sessionStorage.removeItem(place);
}
