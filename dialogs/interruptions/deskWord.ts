import type { TurnContext } from 'botbuilder';
import type { DeskWord } from '../../services/contract/desk.ts';
import type { ProcessorClient } from '../../services/contract/processorClient.ts';
import type { MessageId } from '../../words/conversation.ts';
import { mainChoices } from '../messages/mainChoices.ts';
import type { ConversationProperties } from '../state/conversationState.ts';
import type { Persons } from '../state/persons.ts';
import type { Speaker } from '../state/speaker.ts';
import { turnOf } from '../state/turn.ts';
import { isOnTelephone, userTerminal } from '../state/userTerminal.ts';

type HearsDeskOptions = {
  speaker: Speaker;
  /** Undefined where no person answers in the conversation itself. */
  persons: Persons | undefined;
  processor: Pick<ProcessorClient, 'startUnfreezing'>;
} & Pick<ConversationProperties, 'withPerson' | 'proven' | 'spokenOf'>;

const afterNobody: readonly MessageId[] = ['choice.callBack', ...mainChoices];
const whileTalking: readonly MessageId[] = ['choice.backToBot'];
const stillWaits = { waitsForPerson: true };

/**
 * Says what the desk lets a conversation know, whatever question is open: that stays as it stands.
 * @returns false where it is of no use any more, as to who has gone back to the bot meanwhile
 */
export async function hearsDesk(
  turnContext: TurnContext,
  word: DeskWord,
  parts: HearsDeskOptions,
): Promise<boolean> {
  const { speaker, withPerson, proven } = parts;
  const { case: caseId } = word;
  const talk = await withPerson.get(turnContext, null);
  const waits = talk?.standing === 'waits' && talk.caseId === caseId;
  switch (word.says) {
    case 'agentCame': {
      await withPerson.set(turnContext, { caseId, standing: 'here' });
      const leads = { leadsToPerson: true, ofCase: caseId };
      const saying = isOnTelephone(turnContext) ? leads : { choices: whileTalking };
      await speaker.say(turnContext, 'person.here', {}, saying);
      return true;
    }
    case 'agentWrites':
      await withPerson.set(turnContext, { ...(talk?.caseId === caseId && talk), caseId, standing: 'here' });
      await speaker.relay(turnContext, word.text);
      return true;
    case 'agentLeft':
      if (talk?.standing !== 'here') return false;
      await withPerson.set(turnContext, { caseId, standing: 'waits' });
      await speaker.say(turnContext, 'person.left', { place: word.place }, stillWaits);
      return true;
    case 'stillWaiting':
      if (waits) await speaker.say(turnContext, 'person.stillWaiting', { place: word.place }, stillWaits);
      return waits;
    case 'nobodyCame':
      if (!waits) return false;
      await withPerson.set(turnContext, { caseId, standing: 'left' });
      await speaker.say(turnContext, 'person.nobody', { caseId }, { choices: afterNobody });
      return true;
    case 'authenticate':
      await withPerson.set(turnContext, {
        ...{ caseId, standing: 'here' },
        authenticates: { proven: await proven.get(turnContext, null) },
      });
      await speaker.say(turnContext, 'person.authenticate', { lastFour: word.card.lastFour });
      return true;
    case 'unfreeze':
      return startsUnfreezing(turnContext, parts);
    case 'closed':
      if (!talk || talk.standing === 'left') return false;
      await withPerson.set(turnContext, null);
      await speaker.say(turnContext, 'person.closed', { caseId }, { choices: mainChoices });
      return true;
  }
}

/**
 * The agent starts the unfreezing. On the telephone the agent says what came of it: the caller is not taken away from them.
 * @returns whether the customer is told something
 */
async function startsUnfreezing(turnContext: TurnContext, parts: HearsDeskOptions): Promise<boolean> {
  const { speaker, persons, processor, withPerson, spokenOf } = parts;
  const talk = await withPerson.get(turnContext, null);
  if (!talk?.matched || !persons) return false;
  const { matched: authenticationRequest, caseId, ...before } = talk;
  const answer = await processor.startUnfreezing({
    authenticationRequest,
    userTerminal: userTerminal(turnContext),
  });
  const isUnfrozen = answer.outcome === 'unfrozen';
  await withPerson.set(turnContext, { caseId, ...before });
  const spoken = await spokenOf.get(turnContext, null);
  if (isUnfrozen && spoken) {
    const { reasons = [] } = answer;
    await spokenOf.set(turnContext, { ...spoken, frozen: false, remote: false, reasons });
  }
  await persons.authenticated(caseId, isUnfrozen ? 'unfrozen' : 'notUnfrozen', turnOf(turnContext).work);
  if (isOnTelephone(turnContext)) return true;
  const lastFour = spoken?.card.lastFour ?? '';
  if (!isUnfrozen) await speaker.say(turnContext, 'outcome.notStarted', { lastFour });
  else {
    const result = { kind: 'unfrozen', lastFour, request: authenticationRequest, at: answer.at } as const;
    await speaker.say(turnContext, 'outcome.unfrozen', { lastFour }, { result });
  }
  return true;
}

type Ending = HearsDeskOptions & { persons: Persons };

/**
 * Lets the agent know how the authentication ended that they have asked for, once nothing of it is open any more. A caller
 * goes back to the agent.
 * @param isOpen whether the bot still waits for something
 * @returns whether it has ended
 */
export async function tellsEnd(turnContext: TurnContext, isOpen: boolean, parts: Ending): Promise<boolean> {
  const { speaker, withPerson, proven, spokenOf, persons } = parts;
  const talk = await withPerson.get(turnContext, null);
  if (!talk?.authenticates) return false;
  const hasProven =
    talk.matched !== undefined || (await proven.get(turnContext, null)) !== talk.authenticates.proven;
  if (isOpen && !hasProven) return false;
  const { authenticates: _ended, ...before } = talk;
  await withPerson.set(turnContext, before);
  const isHere = (await spokenOf.get(turnContext, null))?.remote !== false;
  const how = hasProven ? 'matched' : isHere ? 'notMatched' : 'notHere';
  const { caseId } = talk;
  await persons.authenticated(caseId, how, turnOf(turnContext).work);
  if (isOnTelephone(turnContext))
    await speaker.say(turnContext, 'person.goesOn', {}, { leadsToPerson: true, ofCase: caseId });
  return true;
}
