import assert from 'node:assert/strict';
import { hasCode, wantsToMove } from '../../../dialogs/understanding/movingWords.ts';

describe('words about going on elsewhere', () => {
  it('are a wish to move where they name another channel or a code', () => {
    for (const text of [
      'I want to continue on the web',
      'can I finish this by phone?',
      'go on elsewhere',
      "let's carry on on another device",
      'switch to whatsapp',
      'give me a code',
      'I need the code',
      'another code please',
      'code',
      '换个渠道',
      '换个渠道继续',
      '用电话继续',
      '我想到网页上继续办理',
      '到網頁繼續',
      '改用手機繼續',
      '換個管道繼續',
      '给我续办码',
      '給我續辦碼',
    ])
      assert.equal(wantsToMove(text), true, text);
  });

  it('are none where somebody refuses, asks about another code, or only goes on', () => {
    for (const text of [
      'continue',
      'go on',
      'yes please go on',
      '继续',
      '接着办',
      "I don't want a code",
      'I received a strange code',
      'a QR code',
      '不要换渠道',
      '我没收到验证码',
      'what is on the web page?',
      'can I go on using my card online?',
      'I want to change my number on the app',
      '解冻后能在网上继续刷卡吗',
      'unfreeze my card',
      'send me a link',
    ])
      assert.equal(wantsToMove(text), false, text);
  });

  it('tell of a code that the customer has', () => {
    for (const text of ['I have a code', "I've got a code", 'enter my code', '我有续办码', '輸入續辦碼'])
      assert.deepEqual([hasCode(text), wantsToMove(text)], [true, false], text);
    assert.equal(hasCode('give me a code'), false);
  });
});
