import assert from 'node:assert/strict';
import { languagesOf, leftOut, readScenario } from './scenario.ts';

const header = 'title: t\nlanguages: en, zh-Hans\n';
const read = (body: string) => readScenario('a.scenario', `${header}${body}\nbot: greeting`, 'zh-Hans');

describe('the reader of scenarios', () => {
  it('reads turns with the line that they stand on, and leaves out comments', () => {
    const { steps } = read('# first\ncustomer: [choice.yes]\nbot: unfreeze.confirm (1114; a, b), greeting');
    assert.deepEqual(steps[0], { line: 4, kind: 'customer', turn: { does: 'says', text: '是，解冻' } });
    assert.deepEqual(steps[1], {
      line: 5,
      kind: 'bot',
      expected: [
        { messageId: 'unfreeze.confirm', containing: ['1114', 'a, b'] },
        { messageId: 'greeting', containing: [] },
      ],
    });
    assert.deepEqual(languagesOf('a.scenario', header), ['en', 'zh-Hans']);
  });

  const mistakes: [string, RegExp][] = [
    ['bot: greting', /a\.scenario:3: there is no sentence "greting"/],
    ['custmer: hello', /a\.scenario:3: "custmer" is none of: customer, gives identityDocument/],
    ['customer: [choice.perhaps]', /a\.scenario:3: there is no sentence "choice\.perhaps"/],
    ['then: card 4446 thawed', /a\.scenario:3: "then" cannot be "card 4446 thawed"/],
    ['waits: a while', /a\.scenario:3: "waits" cannot be "a while"/],
    ['hello', /a\.scenario:3: a line has a name, a colon/],
  ];
  for (const [body, message] of mistakes) {
    it(`says where and what is wrong with "${body}"`, () => {
      assert.throws(() => read(body), message);
    });
  }

  it('reads on which channels it does not run, and refuses one that is none', () => {
    const source = `${header}not on: SMS\nbot: greeting`;
    assert.deepEqual(leftOut('a', source), ['SMS']);
    assert.equal(readScenario('a', source, 'en').steps.length, 1);
    assert.deepEqual(leftOut('a', header), []);
    assert.throws(() => leftOut('a', `${header}not on: fax`), /a:3: "not on" can name SMS/);
  });

  it('refuses an unknown language, a missing title, and a turn without an answer', () => {
    assert.throws(
      () => languagesOf('a', 'title: t\nlanguages: fr'),
      /a:2: languages are zh-Hans, zh-Hant, en/,
    );
    assert.throws(() => languagesOf('a', 'languages: en'), /a:1: a scenario begins with "title:"/);
    assert.throws(
      () => readScenario('a', `${header}customer: hi`, 'en'),
      /a:3: a scenario ends with what the bot/,
    );
  });
});
