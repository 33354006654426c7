import assert from 'node:assert/strict';
import { choiceLines, choicesOf, chosenIn } from '../../../../../bot/channels/twilio/messages/choices.ts';

const choices = [
  { title: 'Check a card', value: 'Check a card' },
  { title: '是，解冻', value: '是，解冻' },
];

describe('choices by number', () => {
  const taken: [string, number][] = [
    ...['1', ' 1 ', '１', '①', '1️⃣', '一', '1.', '1。'.slice(0, 1), '(1)', '1)', '1、', '#1'].map(
      (text): [string, number] => [text, 0],
    ),
    ['1 Check a card', 0],
    ['2', 1],
    ['两', 1],
    ['2 是，解冻', 1],
  ];
  for (const [text, place] of taken) {
    it(`take "${text}" for the ${place === 0 ? 'first' : 'second'}`, () => {
      assert.equal(chosenIn(text, choices), choices[place]?.value);
    });
  }

  for (const text of ['3', '0', '12', '1 Unfreeze', '1st', '一张卡', '3332', '१', '-1', '1.5', '', '1\n2']) {
    it(`leave "${text}" as it is`, () => {
      assert.equal(chosenIn(text, choices), text);
      assert.equal(chosenIn('1', []), '1');
    });
  }

  it('are those of the last sentence, one a line', () => {
    const actions = [{ type: 'imBack', title: 'Yes', value: 'Yes, unfreeze it' }];
    const says = { type: 'message' };
    const asks = { ...says, suggestedActions: { actions, to: [] } };
    assert.deepEqual(choicesOf([says, asks]), [{ title: 'Yes', value: 'Yes, unfreeze it' }]);
    assert.deepEqual(choicesOf([asks, says]), []);
    assert.deepEqual(choiceLines(choices), ['1 Check a card', '2 是，解冻']);
  });
});
