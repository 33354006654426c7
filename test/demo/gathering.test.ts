import assert from 'node:assert/strict';
import { Gathering } from '../../demo/gathering.ts';

describe('a gather of the simulator', () => {
  it('has Twilio’s defaults: keys alone, five seconds, # at the end', () => {
    const gathering = new Gathering({});
    assert.deepEqual([gathering.hearsKeys, gathering.hearsWords, gathering.timeoutSeconds], [true, false, 5]);
    for (const key of '12*') assert.equal(gathering.press(key), undefined);
    assert.deepEqual(gathering.press('#'), { action: undefined, parameters: { Digits: '12*' } });
  });

  it('goes on with the document where nothing came, unless it was told to say so', () => {
    assert.deepEqual(new Gathering({ action: '/x' }).timeout(), { action: '/x', parameters: undefined });
    const told = new Gathering({ action: '/x', actionOnEmptyResult: 'true' });
    assert.deepEqual(told.timeout(), { action: '/x', parameters: { Digits: '' } });
  });

  it('ends with the last of so many keys, and hands over at the timeout what came', () => {
    assert.deepEqual(new Gathering({ numDigits: '1', finishOnKey: '' }).press('#')?.parameters, {
      Digits: '#',
    });
    const gathering = new Gathering({ numDigits: '3' });
    gathering.press('1');
    assert.equal(gathering.count, 1);
    assert.deepEqual(gathering.timeout().parameters, { Digits: '1' });
  });

  it('hears words where it is told to, and not after a key', () => {
    assert.equal(new Gathering({}).hear('yes', 0.9), undefined);
    const gathering = new Gathering({ input: 'dtmf speech' });
    assert.deepEqual(gathering.hear('yes', 0.9)?.parameters, { SpeechResult: 'yes', Confidence: '0.9' });
    gathering.press('1');
    assert.equal(gathering.hear('yes', 0.9), undefined);
    assert.equal(new Gathering({ input: 'speech' }).press('1'), undefined);
  });
});
