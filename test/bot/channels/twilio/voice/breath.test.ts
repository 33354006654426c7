import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inBreaths, longestBreath, secondsToSay } from '../../../../../bot/channels/twilio/voice/breath.ts';
import { defaultVoices, tongues } from '../../../../../bot/channels/twilio/voice/voices.ts';
import { regionOf } from '../../../../../kit/wordingRegion.ts';
import { scenarioSentences } from '../../../../scenarios/scenarioSentences.ts';
import { factsIn, heardIds } from './heardSentences.ts';

/** A code of thirteen digits is written down while it is heard, and so it is said twice, in a breath each. */
const inTwoBreaths: readonly string[] = ['moving.code'];

describe('a breath of the telephone', () => {
  it('is counted at 165 English words a minute and 4.5 Chinese characters a second, digits one by one', () => {
    assert.equal(secondsToSay('one two three four five six seven eight nine ten eleven'), 4);
    assert.equal(
      secondsToSay('The card ending 1 1 1 4 is frozen.'),
      secondsToSay('The card ending 1114 is frozen.'),
    );
    assert.equal(secondsToSay('請輸入卡號，按井號鍵。'), 2);
    assert.equal(secondsToSay('尾号 1114'), secondsToSay('尾号 1 1 1 4'));
  });

  for (const tongue of tongues)
    it(`is at most ${longestBreath} seconds for each sentence by itself in ${tongue}`, () => {
      const { language, locale } = defaultVoices[tongue];
      for (const id of heardIds) {
        const text = scenarioSentences.speech(language, id, factsIn(language), regionOf(locale));
        const parted = inBreaths([[{ text }]]).flat();
        assert.equal(parted.length > 1, inTwoBreaths.includes(id), `${secondsToSay(text)} s: ${id}: ${text}`);
        for (const part of parted) assert.ok(secondsToSay(part.text) <= longestBreath, id);
      }
    });

  it('says what is more in further breaths: nothing is left out, and what belongs together stays so where it can', () => {
    const news = { text: 'One of the cards that you have with us is frozen, and this is the news about it.' };
    const question = [
      { text: 'Shall I unfreeze the card that I have just told you of?' },
      { text: 'For yes, press 1.' },
    ];
    assert.deepEqual(inBreaths([[news], question]), [[news], question]);
    assert.deepEqual(inBreaths([[{ text: 'It is frozen.' }], question]), [
      [{ text: 'It is frozen.' }, ...question],
    ]);
    assert.deepEqual(inBreaths([]), [[]]);
  });

  it('parts the longest words of a bank of its own between their sentences, and loses none', () => {
    const sentence = fc.constantFrom(
      'Any branch can help you.',
      'Please bring your card, your document and a friend.',
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
        const breaths = inBreaths([[{ text: sentences.join(' ') }]]);
        assert.equal(
          breaths
            .flat()
            .map(({ text }) => text)
            .join(' '),
          sentences.join(' '),
        );
        for (const breath of breaths) {
          const lasts = breath.reduce((sum, { text }) => sum + secondsToSay(text), 0);
          assert.ok(lasts <= longestBreath, breath.map(({ text }) => text).join(' '));
        }
      }),
    );
  });
});
