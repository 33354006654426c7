import assert from 'node:assert/strict';
import type { Expects } from '../../../../../bot/channels/twilio/voice/expects.ts';
import { meaningOf } from '../../../../../bot/channels/twilio/voice/meaning.ts';

const CallSid = `CA${'1'.repeat(32)}`;
const choice: Expects = { what: 'choice', values: ['Check a card', 'Unfreeze a card'] };
const number: Expects = { what: 'number' };
const secret: Expects = { what: 'secret', lastMayBeX: true };

const pressed = (Digits: string, expects: Expects) => meaningOf({ CallSid, Digits }, expects);
const said = (SpeechResult: string, expects: Expects, Confidence?: number) =>
  meaningOf({ CallSid, SpeechResult, Confidence }, expects);

describe('what a caller means', () => {
  it('is nothing where nothing came', () => {
    assert.deepEqual(meaningOf({ CallSid }, choice), { what: 'silence' });
    assert.deepEqual(pressed('', number), { what: 'silence' });
    assert.deepEqual(said('  ', choice), { what: 'silence' });
  });

  it('is a choice by its key', () => {
    assert.deepEqual(pressed('2', choice), { what: 'said', text: 'Unfreeze a card' });
    assert.deepEqual(pressed('*', choice), { what: 'repeat' });
    for (const wrong of ['3', '9', '#', '12', 'A', '2w']) {
      assert.deepEqual(pressed(wrong, choice), { what: 'noSuchKey' }, wrong);
    }
  });

  it('is the words that were said, whose numbers are read where those of every other channel are', () => {
    const words = ['one two three 4567 eight nine oh one two three', 'to', '一'];
    for (const text of words) assert.deepEqual(said(text, choice), { what: 'said', text });
  });

  it('is a person for a zero, wherever the call stands', () => {
    for (const expects of [choice, number, secret, { what: 'tongue' } as const, { what: 'words' } as const]) {
      assert.deepEqual(pressed('0', expects), { what: 'person' });
    }
  });

  it('is digits where digits are waited for', () => {
    assert.deepEqual(pressed('62*6200', number), { what: 'said', text: '6200' });
    assert.deepEqual(said('six two double oh', number), { what: 'said', text: 'six two double oh' });
    assert.deepEqual(said('I do not have it', number), { what: 'said', text: 'I do not have it' });
    assert.deepEqual(pressed('11010519491231002*', secret), { what: 'said', text: '11010519491231002X' });
    assert.deepEqual(pressed('123*', secret), { what: 'erased' });
  });

  it('is another way of giving a secret for a nine alone, where a secret is asked for', () => {
    assert.deepEqual(pressed('9', secret), { what: 'elsewhere' });
    assert.deepEqual(pressed('9', number), { what: 'said', text: '9' });
    assert.deepEqual(pressed('999999', secret), { what: 'said', text: '999999' });
  });

  it('is never a secret that was said aloud', () => {
    assert.deepEqual(said('two four six eight oh one', secret), { what: 'keypadOnly' });
    assert.deepEqual(said('246801', secret, 0.1), { what: 'keypadOnly' });
  });

  it('is asked again where the words were not heard well', () => {
    assert.deepEqual(said('yes', choice, 0.3), { what: 'unclear' });
    assert.deepEqual(said('yes', choice, 0.9), { what: 'said', text: 'yes' });
    assert.deepEqual(said('yes', choice), { what: 'said', text: 'yes' });
    assert.deepEqual(said('yes', choice, 0), { what: 'said', text: 'yes' });
  });

  it('is what a key says, where words were heard too', () => {
    assert.deepEqual(meaningOf({ CallSid, Digits: '1', SpeechResult: 'no' }, choice), {
      what: 'said',
      text: 'Check a card',
    });
  });
});
