import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  type Alarm,
  alarmIn,
  alarmWords,
  alsoReports,
  namesOtherMatter,
  ownsUpIn,
} from '../../../dialogs/understanding/alarm.ts';
import { contextsIn, contextWords } from '../../../dialogs/understanding/alarmContext.ts';
import { plainText } from '../../../dialogs/understanding/plainText.ts';
import { languages } from '../../../kit/language.ts';

/** One sentence a line; a question mark before it where it may mean something else as well. */
function sentences(file: string): { text: string; isDoubtful: boolean }[] {
  const lines = readFileSync(new URL(`receiptAnswers/${file}`, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ text: line.replace(/^\?(?=.)/, ''), isDoubtful: /^\?./.test(line) }));
}

/** Those of a file that are heard otherwise than they should be. */
function misheard(
  file: string,
  isRight: (alarm: Alarm | undefined, isDoubtful: boolean) => boolean,
): string[] {
  return sentences(file)
    .filter(({ text, isDoubtful }) => !isRight(alarmIn(text), isDoubtful))
    .map(({ text }) => `${text}: ${alarmIn(text)}`);
}

describe('an alarm in the answer to a receipt', () => {
  for (const language of languages) {
    it(`is heard in ${language}, and where it may be something else there is a doubt`, () => {
      assert.ok(sentences(`${language}.txt`).length >= 100);
      const bad = misheard(`${language}.txt`, (alarm, isDoubtful) =>
        isDoubtful ? alarm === 'doubtful' || alarm === 'faint' : alarm === 'certain',
      );
      assert.deepEqual(bad, []);
    });

    it(`is none in ${language} where somebody thanks, says that it was them, or wants something else`, () => {
      assert.ok(sentences(`harmless.${language}.txt`).length >= 45);
      const bad = misheard(`harmless.${language}.txt`, (alarm, isDoubtful) =>
        isDoubtful ? alarm === 'doubtful' : alarm === undefined || alarm === 'faint',
      );
      assert.deepEqual(bad, []);
    });
  }

  it('rests on patterns of which each takes its example and leaves its counter-example', () => {
    for (const { when, takes, leaves } of alarmWords) {
      assert.match(plainText(takes), when, takes);
      assert.doesNotMatch(plainText(leaves), when, leaves);
    }
    for (const { context, takes, leaves } of contextWords) {
      assert.ok(contextsIn(plainText(takes)).has(context), takes);
      assert.ok(!contextsIn(plainText(leaves)).has(context), leaves);
    }
  });

  it('is not heard in what owns up, and says whether a theft is told of with it', () => {
    for (const text of ['yes it was me', 'it was me', '是我本人', '係我自己整㗎', 'I did that, thanks'])
      assert.ok(ownsUpIn(text), text);
    for (const text of ['no way that was me', '不是我本人', 'yes', '', 'it was me, my card is stolen'])
      assert.ok(!ownsUpIn(text), text);
    for (const text of ['my phone was stolen too', 'freeze my card', '我手机也被偷了'])
      assert.ok(alsoReports(text), text);
    for (const text of ['not me', 'who did this', '誰搞的']) assert.ok(!alsoReports(text), text);
  });

  it('is not looked for in what speaks of another matter', () => {
    for (const text of ['what is my balance', '余额多少', 'where is the branch'])
      assert.ok(namesOtherMatter(text), text);
    for (const text of ['i am speechless', '天哪']) assert.ok(!namesOtherMatter(text), text);
  });
});
