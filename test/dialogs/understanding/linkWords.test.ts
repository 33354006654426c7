import assert from 'node:assert/strict';
import { missesLink, wantsLink } from '../../../dialogs/understanding/linkWords.ts';

describe('words about a link', () => {
  const wanted = [
    'send me a link',
    'Can you text me the link instead?',
    'link please',
    '发链接给我',
    '發個連結給我',
    '给我链接',
    '我要用連結',
    'Send me a text message',
    'text me please',
    '发短信给我',
    '傳簡訊給我。',
  ];
  const notWanted = [
    "don't send me a link",
    'I got a strange link',
    'I clicked the link',
    '我收到一个链接',
    '不要发链接',
    '这个链接是诈骗吗',
    'someone sent me a text message',
    'I got a text message',
    '有人发短信给我说卡被冻结了',
    'unfreeze it',
  ];
  it('ask for one only where they do', () => {
    assert.deepEqual(
      wanted.filter((text) => !wantsLink(text)),
      [],
    );
    assert.deepEqual(
      notWanted.filter((text) => wantsLink(text)),
      [],
    );
  });

  it('say that one has not come', () => {
    for (const text of ["I didn't get the link", '我没收到链接', '沒收到簡訊', 'no message came, no text']) {
      assert.ok(missesLink(text), text);
    }
    for (const text of ['done', '办好了', 'I did not get my card']) assert.ok(!missesLink(text), text);
  });
});
