import assert from 'node:assert/strict';
import { tapped } from '../../../dialogs/state/tapped.ts';
import { catalogue } from '../../../words/conversation.ts';

describe('a quick reply that was tapped', () => {
  it('is known by its label, in each language and however it is written', () => {
    for (const label of ['Cancel', ' cancel ', 'CANCEL', '取消'])
      assert.equal(tapped(label)?.intent, 'cancel');
    for (const [id, message] of Object.entries(catalogue).filter(([id]) => /^choice\.(?!card$)/.test(id)))
      for (const { text } of Object.values(message)) assert.ok(tapped(text), id);
  });

  it('goes on, stops and has finished as it says, which its words do not', () => {
    for (const label of ['No, go on', '不，继续', '不，繼續', 'I have finished', 'I have found my card'])
      assert.equal(tapped(label)?.intent, 'none', label);
    for (const label of ['Yes, stop', '是，停止']) assert.equal(tapped(label)?.intent, 'cancel', label);
    assert.equal(tapped('繁體中文')?.wanted, 'zh-Hant');
  });

  it('is nothing else', () => {
    for (const words of ['', 'cancel it', 'please cancel', '取消吧'])
      assert.equal(tapped(words), undefined, words);
  });
});
