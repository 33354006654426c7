import assert from 'node:assert/strict';
import { momentInWords } from '../../kit/momentInWords.ts';

describe('a moment in words', () => {
  const moment = '2026-11-24T16:05:00.000Z';
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;

  it('goes by the language, the time zone and the style of each call, also after others', () => {
    const said = () => [
      momentInWords('en', 'Asia/Shanghai', moment, style),
      momentInWords('zh-Hans', 'Asia/Shanghai', moment, style),
      momentInWords('en', 'UTC', moment, style),
      momentInWords('en', 'UTC', moment, { timeStyle: 'short' }),
    ];
    const expected = ['Nov 25, 2026, 00:05', '2026年11月25日 00:05', 'Nov 24, 2026, 16:05', '16:05'];
    assert.deepEqual(said(), expected);
    assert.deepEqual(said(), expected);
  });

  it('has usual spaces alone, in a language that writes narrow ones as well', () => {
    assert.doesNotMatch(momentInWords('fr', 'UTC', moment, style), /[^\S ]/u);
  });
});
