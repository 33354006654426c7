import assert from 'node:assert/strict';
import { headerOf, readScenario } from './scenario.ts';

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
    assert.deepEqual(headerOf('a.scenario', `${header}bot: greeting`).languages, ['en', 'zh-Hans']);
  });

  it('reads where a scenario makes no sense, and why', () => {
    const source = `${header}not on: voice (nobody types, or reads)\nbot: greeting`;
    assert.deepEqual(headerOf('a', source).notOn, { voice: 'nobody types, or reads' });
  });

  const mistakes: [string, RegExp][] = [
    ['bot: greting', /a\.scenario:3: there is no sentence "greting"/],
    ['custmer: hello', /a\.scenario:3: "custmer" is none of: customer, gives identityDocument/],
    ['customer: [choice.perhaps]', /a\.scenario:3: there is no sentence "choice\.perhaps"/],
    ['then: card 4446 thawed', /a\.scenario:3: "then" cannot be "card 4446 thawed"/],
    ['waits: a while', /a\.scenario:3: "waits" cannot be "a while"/],
    ['not on: voice', /a\.scenario:3: "not on" is one of in process, .*, and a reason in brackets/],
    ['not on: fax (no)', /a\.scenario:3: "not on" is one of in process/],
    ['hello', /a\.scenario:3: a line has a name, a colon/],
  ];
  for (const [body, message] of mistakes) {
    it(`says where and what is wrong with "${body}"`, () => {
      assert.throws(() => read(body), message);
    });
  }

  it('refuses an unknown language, a missing title, and a turn without an answer', () => {
    assert.throws(() => headerOf('a', 'title: t\nlanguages: fr'), /a:2: languages are zh-Hans, zh-Hant, en/);
    assert.throws(() => headerOf('a', 'languages: en'), /a:1: a scenario begins with "title:"/);
    assert.throws(
      () => readScenario('a', `${header}customer: hi`, 'en'),
      /a:3: a scenario ends with what the bot/,
    );
  });
});
