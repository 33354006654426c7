import type { TurnContext } from 'botbuilder';
import type { UnitOfWork } from '../../kit/store/unitOfWork.ts';

/**
 * What a turn carries beside its activity. No client writes it, and it is kept nowhere.
 * - `phone`: the number of the telephone that the activity came from, where its channel knows it
 * - `network`: the network address that it came from, where its channel sees one
 * - `optedOut`: the customer is sent nothing of its answer, since they have told the channel so (STOP)
 * - `work`: takes what is written with the turn's answer
 */
export type Turn = {
  phone?: string | undefined;
  network?: string | undefined;
  optedOut?: boolean | undefined;
  work?: UnitOfWork | undefined;
};

const key = Symbol('turn');

export function setTurn(turnContext: TurnContext, turn: Turn): void {
  turnContext.turnState.set(key, turn);
}

export function turnOf(turnContext: TurnContext): Turn {
  return turnContext.turnState.get<Turn>(key) ?? {};
}
