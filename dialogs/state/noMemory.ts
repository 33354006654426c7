import type { TurnContext } from 'botbuilder';
import { MemoryScope } from 'botbuilder-dialogs/lib/memory/scopes/memoryScope.js';

/** Holds nothing, whatever is put into it. */
class Nothing extends MemoryScope {
  override getMemory(): object {
    return {};
  }
}

/** Where the SDK looks in a turn for the memory that its dialog contexts share. */
const place = 'DialogStateManagerConfiguration';
/** `turn` and `dialog` are those that a dialog context asks for by itself. */
const memory = { memoryScopes: [new Nothing('turn'), new Nothing('dialog')], pathResolvers: [] };

/**
 * Gives a turn of the SDK's dialogs a memory that keeps nothing. Its own, which adaptive dialogs read and none of ours, is
 * made anew in each turn and costs as much as the dialogs.
 */
export function withoutMemory(turnContext: TurnContext): void {
  turnContext.turnState.set(place, memory);
}
