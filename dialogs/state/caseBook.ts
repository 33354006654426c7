import type { TurnContext } from 'botbuilder';
import type { Language } from '../../kit/language.ts';
import type { UnitOfWork } from '../../kit/store/unitOfWork.ts';
import type { Instant } from '../../kit/time.ts';
import type { LastFour, NamedCard } from '../../services/contract/card.ts';
import type { PhoneNumber } from '../../services/contract/cardSearch.ts';
import type { Channel } from '../../services/contract/channels.ts';
import type { UserTerminal } from '../../services/contract/userTerminal.ts';
import { turnOf } from './turn.ts';
import { phoneOf, userTerminal } from './userTerminal.ts';

/**
 * The place of a case: a conversation on a channel, its user terminal, and its telephone where the channel tells it.
 */
export type CasePlace = {
  channelId: string;
  conversationId: string;
  userTerminal: UserTerminal;
  phone: PhoneNumber | undefined;
  /** Takes what is written with the turn's answer. */
  work?: UnitOfWork | undefined;
};

/** A conversation, by its channel and its id there. */
export type ConversationPlace = Pick<CasePlace, 'channelId' | 'conversationId'>;

/**
 * What came of the wish to go on with a case here.
 * - `taken`: it is here now, and was `begun` then and there, where that is known; `supersedes` is the authentication request that it had there, if any
 * - `refused`: there is no such case, or not any more; which of these is told to nobody
 * - `tooMany`: it was guessed too often from here
 */
export type Taken =
  | {
      outcome: 'taken';
      card: NamedCard;
      language: Language;
      begun?: { at: Instant; on: Channel };
      supersedes?: string;
    }
  | { outcome: 'refused' }
  | { outcome: 'tooMany' };

/** The unfinished cases by conversation. They can move to another channel. */
export interface CaseBook {
  /** This conversation is about to unfreeze this card. */
  note(place: CasePlace, noted: { card: NamedCard; language: Language }): Promise<void>;
  /** Notes the authentication request that this place has got for the case. */
  noteRequest(place: CasePlace, authenticationRequest: string): Promise<void>;
  /** Its case is finished or was given up. */
  close(place: CasePlace): Promise<void>;
  /** Whether its case has moved to another conversation. */
  hasMoved(place: ConversationPlace): Promise<boolean>;
  /** A code by which the case can be gone on with elsewhere, once; undefined where it has had too many or is gone. */
  code(place: CasePlace): Promise<string | undefined>;
  /** @param codeName what the edge has made of the code that was given */
  takeByCode(place: CasePlace, codeName: string): Promise<Taken>;
  /**
   * The language of a case of the same telephone that is open on another channel, if there is one. Its number can be
   * forged: this tells of no card.
   */
  languageByPhone(place: CasePlace): Promise<Language | undefined>;
  /** @param given what of its card the customer knows */
  takeByPhone(place: CasePlace, given: { card?: string; lastFour: LastFour }): Promise<Taken>;
}

/** The place of this turn. */
export function casePlaceOf(turnContext: TurnContext): CasePlace {
  const { activity } = turnContext;
  return {
    channelId: activity.channelId,
    conversationId: activity.conversation.id,
    userTerminal: userTerminal(turnContext),
    phone: phoneOf(turnContext),
    work: turnOf(turnContext).work,
  };
}
