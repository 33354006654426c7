import assert from 'node:assert/strict';
import { readTwiml, wordsOf } from '../../demo/twimlDocument.ts';
import { problemsOf } from '../../demo/twimlRules.ts';

const problems = (inner: string) => {
  const document = `<?xml version="1.0" encoding="UTF-8"?><Response>${inner}</Response>`;
  return problemsOf(document, readTwiml(document));
};

describe('TwiML as the simulator reads it', () => {
  it('keeps the order of words and elements, and what was escaped', () => {
    const root = readTwiml(
      '<Response><Say>a &lt;b&gt; <break/>c <say-as interpret-as="characters">01</say-as></Say></Response>',
    );
    assert.equal(wordsOf(root), 'a <b> c 01');
  });

  it('is refused where it is not one well-formed response', () => {
    for (const document of ['', 'no', '<Response><Say></Response>', '<Other/>', '{"a":1}']) {
      assert.throws(() => readTwiml(document), document);
    }
  });

  it('has no problem with what Twilio allows', () => {
    const good =
      '<Gather input="dtmf speech" timeout="5" numDigits="1"><Say>Hi</Say><Pause length="1"/></Gather><Redirect>/x</Redirect>';
    assert.deepEqual(problems(good), []);
    assert.deepEqual(problems('<Dial timeout="20">+12025550100</Dial><Hangup/>'), []);
    assert.deepEqual(problems('<Reject reason="busy"/>'), []);
  });

  const wrong: Record<string, string> = {
    '<Speak>Hi</Speak>': '<Speak>',
    '<Say volume="9">Hi</Say>': '<Say volume>',
    '<Say> </Say>': 'an empty <Say>',
    '<Gather numDigits="x"/>': '<Gather numDigits>',
    '<Gather finishOnKey="##"/>': '<Gather finishOnKey>',
    '<Gather><Dial>1</Dial></Gather>': '<Dial> in <Gather>',
    '<Gather>words</Gather>': 'words in <Gather>',
    [`<Say>${'x'.repeat(4097)}</Say>`]: 'too long',
    ['<Say>x</Say>'.repeat(6000)]: 'bytes',
  };
  for (const [inner, expected] of Object.entries(wrong)) {
    it(`names what is wrong: ${inner.slice(0, 40)}`, () => {
      assert.ok(problems(inner).some((problem) => problem.includes(expected)));
    });
  }
});
