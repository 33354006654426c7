import assert from 'node:assert/strict';
import { ordinarySentences } from '../../../dialogs/messages/wording.ts';
import { tapped } from '../../../dialogs/state/tapped.ts';
import { catalogue } from '../../../words/conversation.ts';

const meaningOf = (words: string) => tapped(ordinarySentences.labelled(words));

describe('a quick reply that was tapped', () => {
  it('is known by its label, in each language and however it is written', () => {
    for (const label of ['Cancel', ' cancel ', 'CANCEL', '取消'])
      assert.equal(meaningOf(label)?.intent, 'cancel');
    for (const [id, message] of Object.entries(catalogue).filter(([id]) => /^choice\.(?!card$)/.test(id)))
      for (const { text } of Object.values(message)) assert.ok(meaningOf(text), id);
  });

  it('goes on, stops and has finished as it says, which its words do not', () => {
    for (const label of ['No, go on', '不，继续', '不，繼續', 'I have finished', 'I have found my card'])
      assert.equal(meaningOf(label)?.intent, 'none', label);
    for (const label of ['Yes, stop', '是，停止']) assert.equal(meaningOf(label)?.intent, 'cancel', label);
    assert.equal(meaningOf('繁體中文')?.wanted, 'zh-Hant');
  });

  it('is nothing else', () => {
    for (const words of ['', 'cancel it', 'please cancel', '取消吧'])
      assert.equal(meaningOf(words), undefined, words);
  });
});
