import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CallAnswer, twiml } from '../../../../../bot/channels/twilio/voice/twiml.ts';
import { defaultVoices, tongues, voicesWith } from '../../../../../bot/channels/twilio/voice/voices.ts';
import { type Element, elementsOf, readTwiml, wordsOf } from '../../../../../demo/twimlDocument.ts';
import { problemsOf } from '../../../../../demo/twimlRules.ts';
import { ordinarySentences } from '../../../../../dialogs/messages/wording.ts';
import { catalogue, type MessageId } from '../../../../../words/conversation.ts';
import { isShort } from '../../../../counts.ts';

const facts = {
  bank: 'Harbour Bank',
  ...{
    lastFour: '1114',
    count: 18,
    agent: 'please call +12025550100',
    reasons: 'x',
    items: 'x',
    wait: '15 minutes',
    ago: '15 minutes',
    channel: 'web chat',
  },
  ...{ phone: '+12025550100', choice: 'To go', key: 1, caseId: 'K-4821', code: '1234 5678 90123' },
  reference: '4f2a91c0',
  ...{ place: 2, hours: 'Mon – Fri 09:00–18:00' },
  ...{ cards: ['1114', '2228'], when: 'Wednesday 09:00' },
};

const listening = { action: '/twilio/voice/steps/1', keys: 'many', speech: true, timeout: 10 } as const;

/** Every way in which a call can go on after its sentences. */
const endings: Record<string, (sayings: CallAnswer['sayings']) => CallAnswer> = {
  number: (sayings) => ({ sayings, next: 'listen', listening: { ...listening, tongue: 'guoyu' } }),
  secret: (sayings) => ({
    sayings,
    next: 'listen',
    listening: { ...listening, speech: false, tongue: 'english' },
  }),
  choice: (sayings) => ({
    sayings,
    next: 'listen',
    listening: { ...listening, keys: 'one', tongue: 'cantonese', hints: ['Yes', 'No'] },
  }),
  wait: (sayings) => ({ sayings, next: 'wait', action: '/x' }),
  go: (sayings) => ({ sayings, next: 'go', action: '/x' }),
  dial: (sayings) => ({ sayings, next: 'dial', line: { to: '+12025550100' }, action: '/x' }),
  hangUp: (sayings) => ({ sayings, next: 'hangUp' }),
};

function every(element: Element, name: string): Element[] {
  return [
    ...(element.name === name ? [element] : []),
    ...elementsOf(element).flatMap((each) => every(each, name)),
  ];
}

function read(answer: CallAnswer): Element {
  const document = twiml(answer, defaultVoices);
  const root = readTwiml(document);
  assert.deepEqual(problemsOf(document, root), [], document);
  return root;
}

describe('the TwiML of a call', () => {
  for (const tongue of tongues)
    it(`is valid for every sentence in ${tongue}, however the call goes on`, () => {
      const { language } = defaultVoices[tongue];
      for (const [nth, id] of (Object.keys(catalogue) as MessageId[]).entries()) {
        const text = ordinarySentences.speech(language, id, facts);
        if (text === '') continue;
        // In a short run each sentence goes on in two ways, the next one in two others.
        const due = Object.values(endings).filter((_ending, place) => !isShort || (place + nth) % 4 === 0);
        for (const ending of due) {
          const root = read(
            ending([
              { text, tongue },
              { text, tongue, slowly: true },
            ]),
          );
          // What is read out one by one loses the signs between the digits, and nothing else; what is long is parted.
          const said = every(root, 'Say').map(wordsOf).join('');
          assert.equal(said.replace(/[+ ]/g, ''), (text + text).replace(/[+ ]/g, ''), id);
        }
      }
    });

  it('has every sentence that a caller can interrupt inside a gather', () => {
    for (const name of ['number', 'secret', 'choice', 'wait']) {
      const root = read(
        endings[name]?.([{ text: 'One.', tongue: 'english' }]) ?? { sayings: [], next: 'hangUp' },
      );
      assert.deepEqual(
        elementsOf(root).map((each) => each.name),
        ['Gather', 'Redirect'],
      );
      assert.equal(every(root, 'Gather')[0]?.attributes.actionOnEmptyResult, 'true');
    }
  });

  it('sets no digit count where a star may erase, and hears no speech where a secret is keyed', () => {
    const [number] = every(read(endings.number?.([]) ?? { sayings: [], next: 'hangUp' }), 'Gather');
    const [secret] = every(read(endings.secret?.([]) ?? { sayings: [], next: 'hangUp' }), 'Gather');
    for (const gather of [number, secret]) {
      assert.equal(gather?.attributes.numDigits, undefined);
      assert.equal(gather?.attributes.finishOnKey, '#');
      assert.equal(gather?.attributes.timeout, '10');
    }
    assert.equal(secret?.attributes.input, 'dtmf');
    assert.equal(number?.attributes.input, 'dtmf speech');
  });

  it('reads four digits and more one by one, in groups with pauses, and smaller numbers as numbers', () => {
    const text = 'card 1114, call +1 202 555 0100, 18 digits';
    const [say] = every(read({ sayings: [{ text, tongue: 'english' }], next: 'hangUp' }), 'Say');
    const groups = say ? every(say, 'say-as').map(wordsOf) : [];
    assert.deepEqual(groups, ['1114', '1202', '5550', '100']);
  });

  it('stays well-formed whatever stands in a sentence', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
        read({ sayings: [{ text: `a ${text} z`, tongue: 'putonghua' }], next: 'hangUp' });
      }),
      { numRuns: 200 },
    );
  });
});

describe('the table of voices', () => {
  it('can be given others, each with the language in its name', () => {
    const voices = voicesWith('putonghua=Google.cmn-CN-Wavenet-B, english=Polly.Amy-Neural');
    assert.deepEqual(voices?.putonghua.say, { voice: 'Google.cmn-CN-Wavenet-B', language: 'cmn-CN' });
    assert.equal(voices?.english.say.voice, 'Polly.Amy-Neural');
    assert.deepEqual(voices?.guoyu, defaultVoices.guoyu);
    assert.deepEqual(voicesWith(''), defaultVoices);
  });

  it('is refused with a tongue or a voice that cannot be', () => {
    for (const list of ['klingon=Polly.Amy', 'english=Amy', 'english', 'english=Polly.<x>']) {
      assert.equal(voicesWith(list), undefined, list);
    }
  });
});
