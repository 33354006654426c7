import assert from 'node:assert/strict';
import { heardIn, namedOf, patternOf, rowsOf } from '../../words/heard.ts';

describe('what is listened for', () => {
  it('is one list of all languages, a row that two of them share once', () => {
    const rows = rowsOf((heard) => heard.waysOut.waysOut);
    const [chinese, english] = [heardIn('zh-Hans').waysOut.waysOut, heardIn('en').waysOut.waysOut];
    assert.equal(heardIn('zh-Hant').waysOut.waysOut, chinese);
    assert.deepEqual(rows, [...english, ...chinese]);
  });

  it('is one pattern for what each language says', () => {
    const goingOn = patternOf((heard) => heard.answers.goingOn);
    for (const text of ['carry on', '继续吧', '繼續吧']) assert.match(text, goingOn);
    assert.doesNotMatch('stop', goingOn);
  });

  it('comes by its name in the order of the source language, whatever order the others have', () => {
    const names = namedOf((heard) => heard.concepts.concepts).map(({ name }) => name);
    assert.deepEqual(names, Object.keys(heardIn('zh-Hans').concepts.concepts));
    assert.deepEqual(names.toSorted(), Object.keys(heardIn('en').concepts.concepts).toSorted());
  });
});
