import assert from 'node:assert/strict';
import { readTwiml } from '../../../../../demo/twimlDocument.ts';
import { problemsOf } from '../../../../../demo/twimlRules.ts';
import { CallService } from '../../../../demo/callService.ts';

const long = '我的卡被冻结了，'.repeat(625);

describe('what no caller and no carrier should send', () => {
  let service: CallService;
  before(async () => {
    service = await CallService.open();
  });
  after(() => service.close());

  const callers = {
    'no From at all': undefined,
    'an empty From': '',
    'an anonymous caller': 'Anonymous',
    'the digits of an anonymous caller': '+266696687',
    'a SIP address': 'sip:alice@example.com',
    'a client of the carrier’s': 'client:alice',
    'a number that is none': '+++',
    'a very long one': `+1${'2'.repeat(200)}`,
  };
  for (const [title, from] of Object.entries(callers)) {
    it(`is answered like any other call: ${title}`, async () => {
      const call = await service.carrier.call(from);
      await call.press('32');
      assert.equal(call.state, 'gathering');
      await call.hangUp();
      assert.deepEqual(call.problems, []);
    });
  }

  const steps: Record<string, Record<string, string>> = {
    'letters among the keys': { Digits: 'ABCD1234' },
    'keys that no keypad has': { Digits: '<Say>1</Say>' },
    'keys in another script': { Digits: '１２３' },
    'more keys than anybody presses': { Digits: '9'.repeat(256) },
    'speech of 5,000 characters': { SpeechResult: long, Confidence: '0.9' },
    'speech with markup in it': { SpeechResult: '</Say><Hangup/>&amp;', Confidence: '0.9' },
    'a confidence that is none': { SpeechResult: 'yes', Confidence: 'very' },
    'a confidence above one': { SpeechResult: 'yes', Confidence: '17' },
    'a transfer that nobody made': { DialCallStatus: 'completed' },
    'a status that nobody knows': { DialCallStatus: 'exploded' },
    'nothing at all': {},
  };
  for (const [title, parameters] of Object.entries(steps)) {
    for (const [where, keys] of Object.entries({ language: '', menu: '3', 'card number': '32' })) {
      it(`is answered with a calm sentence at the ${where}: ${title}`, async () => {
        const call = await service.carrier.call(undefined);
        await call.press(keys);
        const sent = { ...service.carrier.parameters(call.sid, undefined), ...parameters };
        const { status, document } = await service.carrier.post(
          `/twilio/voice/steps/${keys.length + 1}`,
          sent,
        );
        assert.equal(status, 200);
        assert.deepEqual(problemsOf(document, readTwiml(document)), []);
        assert.match(document, /<Gather .*<Say/);
        assert.doesNotMatch(document, /ABCD|Hangup|exploded/);
        await call.hangUp();
      });
    }
  }

  it('is refused where a parameter that is never so long is', async () => {
    const call = await service.carrier.call(undefined);
    const sent = { ...service.carrier.parameters(call.sid, undefined), Digits: '9'.repeat(257) };
    assert.equal((await service.carrier.post('/twilio/voice/steps/1', sent)).status, 400);
    await call.hangUp();
  });

  it('leaves no error in the log', () => {
    assert.deepEqual(
      service.logged.filter((line) => /"level":(50|60)/.test(line)),
      [],
    );
  });
});
