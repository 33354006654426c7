import assert from 'node:assert/strict';
import { isForeign, writtenLanguage } from '../../../dialogs/understanding/spokenLanguage.ts';

describe('the language that is written', () => {
  it('is certain in a sentence, likely in a few words, and open where it could be several', () => {
    assert.deepEqual(writtenLanguage('my card is frozen'), { language: 'en', certain: true });
    assert.deepEqual(writtenLanguage('not now'), { language: 'en', certain: false });
    assert.deepEqual(writtenLanguage('我的卡被冻结了'), { language: 'zh-Hans', certain: true });
    assert.deepEqual(writtenLanguage('請問卡號在哪裡'), { language: 'zh-Hant', certain: true });
    assert.deepEqual(writtenLanguage('解凍'), { language: 'zh-Hant', certain: false });
    assert.deepEqual(writtenLanguage('佢話畀我聽'), { language: 'zh-Hant', certain: true });
    for (const both of ['好的', '取消', '我要人工', 'OK'])
      assert.equal(writtenLanguage(both), undefined, both);
    for (const open of ['OK', '好的', '••••', '123', '', 'PIN 密码', '🙂']) {
      assert.equal(writtenLanguage(open)?.certain ?? false, false, open);
    }
  });

  it('is none of ours where its letters are of another', () => {
    for (const text of [
      'Моя карта',
      'بطاقتي',
      'カード',
      'Hallo, ich möchte',
      'thẻ của tôi',
      'mi tarjeta esta bloqueada',
    ]) {
      assert.ok(isForeign(text), text);
    }
    for (const text of ['my card', '我的卡', '🙂', '123', '卡片狀態ok']) assert.ok(!isForeign(text), text);
  });
});
