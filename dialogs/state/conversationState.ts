import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import * as z from 'zod';
import type { Language } from '../../kit/language.ts';
import { nearestLanguage } from '../../kit/nearestLanguage.ts';
import type { Instant } from '../../kit/time.ts';
import type { AuthenticationRequestId } from '../../services/contract/authenticationRequest.ts';
import { type CardReference, NamedCard } from '../../services/contract/card.ts';
import type { FreezeReason } from '../../services/contract/freezeReason.ts';
import { CaseId } from '../../services/contract/handoff.ts';
import type { TranscriptLine } from '../../services/contract/handoffPacket.ts';
import type { Said } from '../messages/said.ts';
import type { WrittenOnce } from './languageHabit.ts';
import type { DialogState } from './sdkDialogs.ts';

/** The card that was mentioned last, and what the customer was told about it. `null` after the mention has ended. */
export type SpokenOf = { card: NamedCard; frozen: boolean; remote: boolean; reasons: FreezeReason[] } | null;

/**
 * The card that is being unfrozen here, which can be gone on with on another channel. `supersedes`: the authentication
 * request of the channel that it came from, as long as it may be open there.
 */
type OpenCase = { card: CardReference; supersedes?: string } | null;

/**
 * A loss, a theft or a fraud that the customer has reported: its case, and the cards that it is about, the newest last.
 * No card is unfrozen in the conversation while it stands.
 */
export const LossReport = z.object({ caseId: CaseId, cards: z.array(NamedCard) });
export type LossReport = z.infer<typeof LossReport>;

/**
 * Whether the customer had a card unfrozen whose receipt their telephone got, as it was asked of the newest `receipt`.
 * - `asked`: the next message is the answer; `passed`: something else came
 * - `wasThem`: they said yes, and are not asked again of this receipt
 */
export type ReceiptQuestion = { receipt: Instant; standing: 'asked' | 'passed' | 'wasThem' };

/** The lock that the customer has heard of: its card, and the authentication request that ended in it. */
/** `told`: how often in a row the customer was told of it. */
type LockHeard = { card: NamedCard; authenticationRequest: AuthenticationRequestId; told?: number } | null;

/**
 * The case of a conversation that a person answers, or answered: whether the customer `waits`, an agent is `here`, or the
 * customer has `left` for the bot. `noted`: what they write meanwhile was said to reach the agent. `authenticates`: the agent
 * has asked for it, and what was `proven` before; until it ends the bot hears what is said. `matched`: the authentication request
 * in which all was shown since, whose unfreezing the agent can start.
 */
export type WithPerson = {
  caseId: CaseId;
  standing: 'waits' | 'here' | 'left';
  noted?: true;
  authenticates?: { proven: string | null };
  matched?: string;
} | null;

/**
 * Whether the customer's matter is solved. `after`: what the conversation has done for them, and about which topic; `standing`:
 * they can be asked, were asked, or have said `yes` or `no`. Null where nothing was done for them yet.
 */
export const Solved = z.object({
  after: z.enum(['unfrozen', 'answered']),
  about: z.string(),
  standing: z.enum(['due', 'asked', 'yes', 'no']),
});
export type Solved = z.infer<typeof Solved>;

/** The version that wrote the state, and the time. */
type Stamp = { version: number; at: Instant };

/** The parts of a conversation's state that the dialogs read and write. They hold no secret and no card number. */
export type ConversationProperties = {
  stamp: StatePropertyAccessor<Stamp>;
  dialogState: StatePropertyAccessor<DialogState>;
  language: StatePropertyAccessor<Language>;
  writtenOnce: StatePropertyAccessor<WrittenOnce>;
  /** How often in a row nothing was understood outside any dialog. */
  notUnderstood: StatePropertyAccessor<number>;
  spokenOf: StatePropertyAccessor<SpokenOf>;
  openCase: StatePropertyAccessor<OpenCase>;
  /** `null` where nothing was reported, or the card was found since. */
  lossReport: StatePropertyAccessor<LossReport | null>;
  receiptQuestion: StatePropertyAccessor<ReceiptQuestion | null>;
  lockHeard: StatePropertyAccessor<LockHeard>;
  /** The authentication request by which the customer has last shown all that was asked; `null` where none was. */
  proven: StatePropertyAccessor<string | null>;
  /** The owner of the card that is spoken of, where it is not the customer. */
  behalf: StatePropertyAccessor<'holderDead' | 'relative' | null>;
  withPerson: StatePropertyAccessor<WithPerson>;
  solved: StatePropertyAccessor<Solved | null>;
  /** When the conversation was last offered a case that is open on another channel. */
  offeredAt: StatePropertyAccessor<Instant | null>;
  /** The bot's sentences of the last turn, for who wants them again. */
  said: StatePropertyAccessor<Said[]>;
  /** The newest lines of the conversation as they were shown, for a human agent. */
  transcript: StatePropertyAccessor<TranscriptLine[]>;
};

/** The store of the state: the SDK's own, or the one of the turn engine. */
type PropertySource = { createProperty<Value>(name: string): StatePropertyAccessor<Value> };

export function conversationProperties(state: PropertySource): ConversationProperties {
  return {
    stamp: state.createProperty('stamp'),
    dialogState: state.createProperty('dialogState'),
    language: state.createProperty('language'),
    writtenOnce: state.createProperty('writtenOnce'),
    notUnderstood: state.createProperty('notUnderstood'),
    spokenOf: state.createProperty('spokenOf'),
    openCase: state.createProperty('openCase'),
    lossReport: state.createProperty('lossReport'),
    receiptQuestion: state.createProperty('receiptQuestion'),
    lockHeard: state.createProperty('lockHeard'),
    proven: state.createProperty('proven'),
    behalf: state.createProperty('behalf'),
    withPerson: state.createProperty('withPerson'),
    solved: state.createProperty('solved'),
    offeredAt: state.createProperty('offeredAt'),
    said: state.createProperty('said'),
    transcript: state.createProperty('transcript'),
  };
}

/** The language of the conversation. Until one is chosen, it follows the user terminal's locale. */
export async function conversationLanguage(
  turnContext: TurnContext,
  language: StatePropertyAccessor<Language>,
): Promise<Language> {
  return language.get(turnContext, nearestLanguage(turnContext.activity.locale));
}
