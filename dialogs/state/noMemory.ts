import type { TurnContext } from 'botbuilder';
import { MemoryScope } from 'botbuilder-dialogs/lib/memory/scopes/memoryScope.js';

/** A memory that stores nothing. */
class Nothing extends MemoryScope {
  override getMemory(): object {
    return {};
  }
}

/** The key under which the SDK looks for the shared memory of its dialog contexts. */
const place = 'DialogStateManagerConfiguration';
/** The scopes that a dialog context asks for by itself. */
const memory = { memoryScopes: [new Nothing('turn'), new Nothing('dialog')], pathResolvers: [] };

/**
 * Gives a turn of the SDK's dialogs a memory that keeps nothing. Its own, which adaptive dialogs read and none of ours, is
 * made anew in each turn and costs as much as the dialogs.
 */
export function withoutMemory(turnContext: TurnContext): void {
  turnContext.turnState.set(place, memory);
}
