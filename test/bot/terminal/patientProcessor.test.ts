import assert from 'node:assert/strict';
import sinon from 'sinon';
import { PatientProcessor } from '../../../bot/terminal/patientProcessor.ts';
import { instant, later, seconds } from '../../../kit/time.ts';
import type { AuthenticationInformation } from '../../../services/contract/authenticationInformation.ts';
import type { ProcessorClient } from '../../../services/contract/processorClient.ts';

const start = new Date('2026-11-24T08:00:00.000Z');
const information: AuthenticationInformation = {
  authenticationRequest: '5f8a9c3e-7b1d-4e2a-9c5f-0a1b2c3d4e5f',
  userTerminal: { channel: 'webChat', address: 'a-conversation' },
  item: 'transactionPassword',
  envelope: 'a.b.c.d.e',
};
const tooSoon = (length: number) =>
  ({ outcome: 'tooSoon', notBefore: instant(later(start, length)) }) as const;
const notAccepted = { outcome: 'notAccepted', attempt: 2, attemptsLeft: 2 } as const;

describe('a patient processor', () => {
  let now: Date;
  let paused: number[];
  let processor: sinon.SinonStubbedInstance<ProcessorClient>;
  let patient: PatientProcessor;
  beforeEach(() => {
    now = start;
    paused = [];
    processor = {
      requestUnfreezing: sinon.stub(),
      giveAuthenticationInformation: sinon.stub(),
      startUnfreezing: sinon.stub(),
      unfreezeRequestState: sinon.stub(),
    };
    const pause = async (milliseconds: number) => {
      paused.push(milliseconds);
      now = later(now, milliseconds);
    };
    patient = new PatientProcessor({ processor, clock: () => now, pause });
  });
  const gives = () => patient.giveAuthenticationInformation(information);

  it('gives the same envelope again once its moment has come, and the customer types once', async () => {
    processor.giveAuthenticationInformation.onFirstCall().resolves(tooSoon(4 * seconds));
    processor.giveAuthenticationInformation.onSecondCall().resolves(notAccepted);
    assert.deepEqual(await gives(), notAccepted);
    assert.deepEqual(paused, [4001]);
    assert.deepEqual(processor.giveAuthenticationInformation.args, [[information], [information]]);
  });

  it('lets the customer hear of a longer wait', async () => {
    processor.giveAuthenticationInformation.resolves(tooSoon(5001));
    assert.deepEqual(await gives(), tooSoon(5001));
    assert.deepEqual(paused, []);
  });

  it('bears with a clock that differs a little, and gives up where nothing comes of it', async () => {
    processor.giveAuthenticationInformation.resolves(tooSoon(-1 * seconds));
    assert.equal((await gives()).outcome, 'tooSoon');
    assert.deepEqual(paused, [1, 1]);
  });

  it('passes on everything else as it is', async () => {
    processor.giveAuthenticationInformation.resolves(notAccepted);
    assert.deepEqual(await gives(), notAccepted);
    processor.requestUnfreezing.resolves({ outcome: 'noFrozenCard' });
    const { userTerminal } = information;
    const request = { card: 'card_abcdefghijklmnopqrstuv', userTerminal };
    assert.deepEqual(await patient.requestUnfreezing(request), { outcome: 'noFrozenCard' });
  });
});
