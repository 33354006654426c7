import type { DialogContext } from 'botbuilder-dialogs';
import { NamedCard } from '../services/contract/card.ts';

/** The card that the customer was being asked to unfreeze when the conversation stopped, if there is one. */
export function openCase(dialogContext: DialogContext): NamedCard | undefined {
  let card: NamedCard | undefined;
  for (let level: DialogContext | undefined = dialogContext; level; level = level.child) {
    for (const { state } of level.stack) card = cardOf(state?.options) ?? card;
  }
  return card;
}

/** A dialog about a card was begun with the card itself, or with options that name it. */
function cardOf(options: unknown): NamedCard | undefined {
  const own = NamedCard.safeParse(options);
  if (own.success) return own.data;
  const named = NamedCard.safeParse(Object(options).card);
  return named.success ? named.data : undefined;
}
