import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Classifier } from '../../dialogs/understanding/classifier.ts';
import type { ScenarioChannel } from './channel.ts';
import { overDirectLine } from './overDirectLine.ts';
import { overTwilioMessages } from './overTwilioMessages.ts';
import { overVoice } from './overVoice.ts';
import type { Turn } from './scenario.ts';
import { ScenarioBank } from './scenarioBank.ts';

const channels = { overDirectLine, overTwilioMessages, overVoice };
const says = (text: string): Turn => ({ does: 'says', text });

describe('how often a turn is understood', () => {
  let bank: ScenarioBank;
  let channel: ScenarioChannel;
  let scores: sinon.SinonSpy;
  beforeEach(async () => {
    bank = await ScenarioBank.open();
    scores = sinon.spy(Classifier.prototype, 'scores');
  });
  afterEach(async () => {
    scores.restore();
    await channel.close();
    await bank.close();
  });

  for (const [name, open] of Object.entries(channels)) {
    it(`is once where it has words, and never where it has none: ${name}`, async () => {
      channel = await open(bank);
      const conversation = await channel.begin('en');
      const counts = async (turn: Turn) => {
        scores.resetHistory();
        const [sentence] = await conversation.takes(turn);
        return [scores.callCount, sentence?.messageId];
      };
      assert.deepEqual(await counts(says('good morning')), [1, 'greeting']);
      assert.deepEqual(await counts(says('please unfreeze my card')), [1, 'cardNumber.ask']);
      assert.deepEqual(await counts(says('6200000000000044446')), [0, 'cardStatus.frozen']);
      assert.deepEqual(await counts(says('how long will it take')), [1, 'aside.howLong']);
      assert.deepEqual(await counts(says('blue sky over there')), [1, 'unfreeze.confirmAgain']);
      assert.deepEqual(await counts(says('Yes, unfreeze it')), [0, 'transactionPassword.ask']);
      if (open === overVoice) assert.deepEqual(await counts({ does: 'isSilent' }), [0, 'silence.1']);
      else {
        assert.deepEqual(await counts(says('agent please')), [1, 'agent']);
        // A single word where a secret is asked for, the edge must tell from a password first.
        assert.deepEqual(await counts(says('agent')), [2, 'agent']);
      }
    });
  }
});
