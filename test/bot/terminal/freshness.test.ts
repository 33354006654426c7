import assert from 'node:assert/strict';
import sinon from 'sinon';
import { stateVersion } from '../../../bot/terminal/freshness.ts';
import { HandedState } from '../../../bot/terminal/handedState.ts';
import { MainDialog } from '../../../dialogs/mainDialog.ts';
import { conversationProperties } from '../../../dialogs/state/conversationState.ts';
import { ComponentDialog } from '../../../dialogs/state/sdkDialogs.ts';
import { Speaker } from '../../../dialogs/state/speaker.ts';
import { stubbedCases } from '../../dialogs/stubbedCases.ts';

/** What a state is made of, by which a later version reads it. */
function partsOfState() {
  const properties = conversationProperties(new HandedState());
  const parts = {
    customerService: {
      nameCard: sinon.stub(),
      queryCardStatus: sinon.stub(),
      searchCard: sinon.stub(),
      freezeCard: sinon.stub(),
      disown: sinon.stub(),
      answerableReceipt: sinon.stub(),
      noteHandoff: sinon.stub(),
      noteCaseMove: sinon.stub(),
      noteOperatorAct: sinon.stub(),
    },
    processor: {
      requestUnfreezing: sinon.stub(),
      giveAuthenticationInformation: sinon.stub(),
      startUnfreezing: sinon.stub(),
      unfreezeRequestState: sinon.stub(),
    },
    disowning: { disown: sinon.stub() },
    speaker: new Speaker(properties),
    clock: () => new Date(),
    desk: { open: sinon.stub() },
    handoffNotes: { note: sinon.stub() },
    agentHours: undefined,
    messagingSecrets: 'guided' as const,
    cases: stubbedCases(),
    awaitedLinks: { note: sinon.stub() },
  };
  const within = (dialog: ComponentDialog): string[] =>
    dialog.dialogs
      .getDialogs()
      .flatMap((inner) => [inner.id, ...(inner instanceof ComponentDialog ? within(inner) : [])]);
  const dialogs = within(new MainDialog(parts, properties)).sort();
  return { properties: Object.keys(properties).sort(), dialogs: [...new Set(dialogs)] };
}

const pinned = {
  version: 13,
  properties: [
    'behalf',
    'dialogState',
    'language',
    'lockHeard',
    'lossReport',
    'notUnderstood',
    'offeredAt',
    'openCase',
    'proven',
    'receiptQuestion',
    'said',
    'solved',
    'spokenOf',
    'stamp',
    'transcript',
    'withPerson',
    'writtenOnce',
  ],
  dialogs: [
    'authentication',
    'authentication.steps.3',
    'authenticationItem',
    'cardChoice',
    'cardNumber',
    'cardStatus',
    'cardStatus.steps.3',
    'caseOffer',
    'caseOffer.steps.1',
    'caseOfferDialog',
    'consent',
    'freeze',
    'freeze.steps.1',
    'freezeQuestion',
    'leave',
    'main.steps.2',
    'otherCards',
    'report',
    'secureLink',
    'secureLink.steps.1',
    'secureLinkDialog',
    'unfreeze',
    'unfreeze.steps.1',
    'unfreezeQuestion',
  ],
};

describe('the version of the state', () => {
  it('counts up with what the state is made of, since an older one is then read wrongly', () => {
    const state = { version: stateVersion, ...partsOfState() };
    assert.deepEqual(
      state,
      pinned,
      'count stateVersion in bot/terminal/freshness.ts up, and pin the parts here',
    );
  });
});
