// Guards a secret: nobody may learn from an answer which numbers are cards.
import assert from 'node:assert/strict';
import { huangXiuying, unknownNumber, wuMin } from '../services/testBank.ts';
import { Conversation } from './conversation.ts';
import { Thawline } from './thawline.ts';

describe('unknown, active and closed numbers', () => {
  let thawline: Thawline;
  before(async () => {
    thawline = await Thawline.started();
  });
  after(() => thawline.close());

  /** Everything that a conversation about a number was given, without ids, times and the last four digits. */
  async function given(number: string, language: string): Promise<string> {
    const conversation = await Conversation.with(thawline, language);
    await conversation.say(number);
    const { conversationId } = conversation.started;
    return JSON.stringify(await conversation.all())
      .replaceAll(conversationId, 'ID')
      .replaceAll(/dl_[0-9a-f]{32}/g, 'USER')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      .replaceAll(number.slice(-4), 'LAST')
      .replaceAll([...number.slice(-4)].join(' '), 'LAST');
  }

  for (const language of ['zh-Hans', 'zh-Hant', 'en']) {
    it(`are given the same answer byte for byte in ${language}`, async () => {
      const answers = await Promise.all(
        [unknownNumber, wuMin.number, huangXiuying.number].map((number) => given(number, language)),
      );
      assert.match(String(answers[0]), /cardStatus\.noFrozenCard/);
      assert.equal(new Set(answers).size, 1, answers.join('\n'));
    });
  }
});
