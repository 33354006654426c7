import type { TurnContext } from 'botbuilder';
import type { NamedCard } from '../../services/contract/card.ts';
import type { OpenQuestion } from '../prompts/question.ts';
import type { ConversationProperties } from '../state/conversationState.ts';
import type { DialogDependencies } from '../state/dialogDependencies.ts';
import type { Utterance } from '../state/utterance.ts';
import type { Topics } from '../understanding/topics.ts';
import type { Closing } from './closing.ts';
import type { Freezing } from './freezing.ts';
import type { Handoffs } from './handoff.ts';
import type { Moving } from './moving.ts';
import type { Outcome } from './outcome.ts';
import type { StandingBehalf } from './standingBehalf.ts';
import type { StandingLock } from './standingLock.ts';
import type { StandingReport } from './standingReport.ts';

/**
 * One turn as listeners get it.
 * - `open`: the question that it may be the answer to; nothing where nothing is open
 * - `left`: the card that was in hand before a pause that nobody waits for
 * - `movedAway`: the case of this conversation has just turned out to be elsewhere, which was said
 */
export type ListenedTurn = {
  context: TurnContext;
  said: Utterance;
  open: OpenQuestion | undefined;
  left: NamedCard | undefined;
  movedAway: boolean;
};

/** The means of the listeners; each names those that it uses. */
export type Means = Pick<
  DialogDependencies,
  'speaker' | 'processor' | 'customerService' | 'disowning' | 'clock' | 'persons'
> &
  Pick<
    ConversationProperties,
    | 'spokenOf'
    | 'notUnderstood'
    | 'language'
    | 'writtenOnce'
    | 'receiptQuestion'
    | 'proven'
    | 'stamp'
    | 'withPerson'
    | 'solved'
  > & {
    freezing: Freezing;
    handoff: Handoffs;
    report: StandingReport;
    behalf: StandingBehalf;
    lock: StandingLock;
    moving: Moving;
    closing: Closing;
    topics: Pick<Topics, 'of'>;
  };

/** Takes a turn and answers it. @returns undefined where it leaves the turn to the next listeners */
export type Listener<Used extends keyof Means = keyof Means> = (
  turn: ListenedTurn,
  means: Pick<Means, Used>,
) => Promise<Outcome | undefined>;
