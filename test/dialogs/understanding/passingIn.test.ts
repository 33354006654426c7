import assert from 'node:assert/strict';
import type { Passing } from '../../../dialogs/understanding/passing.ts';
import { passingIn } from '../../../dialogs/understanding/passingIn.ts';

const said: Record<Passing, string[]> = {
  howLong: ['how long will it take?', 'How much time does this need', '要多久', '需要几分钟？', '要多耐'],
  isItSafe: ['is it safe?', 'are you real', 'can I trust this', '安全吗', '會不會洩露'],
  whatNeeded: ['what do I need?', '需要什么', '要準備什麼'],
  where: ['where do I find the number', '在哪里找', '卡號喺邊度睇'],
  whichDocument: ['which document?', 'can I use my passport', '什么证件', '可以用護照嗎'],
  forgotten: ['I forgot my password', 'I don’t remember the number', '忘记密码了', '唔記得密碼'],
  whatFrozenMeans: ['what does frozen mean?', '冻结是什么意思', '什麼是凍結'],
  otherCard: [
    'no, the other card',
    'wrong card',
    'not that one',
    '不是这张',
    '换一张',
    '另一張卡',
    '卡号输错了',
  ],
  link: [
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
  ],
  aboutLink: [
    "don't send me a link",
    'I got a strange link',
    'I clicked the link',
    '我收到一个链接',
    '不要发链接',
    '这个链接是诈骗吗',
  ],
  linkMissing: ["I didn't get the link", '我没收到链接', '沒收到簡訊', 'no message came, no text'],
  move: [
    'I want to continue on the web',
    'can I finish this by phone?',
    'go on elsewhere',
    "let's carry on on another device",
    'switch to whatsapp',
    '换个渠道',
    '换个渠道继续',
    '用电话继续',
    '我想到网页上继续办理',
    '到網頁繼續',
    '改用手機繼續',
    '換個管道繼續',
  ],
  code: ['give me a code', 'I need the code', 'another code please', 'code', '给我续办码', '給我續辦碼'],
  haveCode: ['I have a code', "I've got a code", 'enter my code', '我有续办码', '輸入續辦碼'],
};

/** What is said at the same moments and is none of these. */
const nothing = [
  'yes',
  'no',
  'unfreeze my card',
  '帮我解冻',
  '是，解冻',
  'my card is frozen',
  '好的',
  '',
  'the card is frozen',
  '密码输错了',
  '是的',
  'I entered the wrong password',
  'someone sent me a text message',
  'I got a text message',
  '有人发短信给我说卡被冻结了',
  'unfreeze it',
  'done',
  '办好了',
  'I did not get my card',
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
];

describe('what is said in passing', () => {
  for (const [passing, sentences] of Object.entries(said))
    it(`is heard as ${passing}`, () => {
      assert.deepEqual(
        sentences.map((sentence) => [sentence, passingIn(sentence)]),
        sentences.map((sentence) => [sentence, passing]),
      );
    });

  it('is not heard in answers, stories and refusals', () => {
    const heard = nothing.map((sentence) => [sentence, passingIn(sentence)] as const);
    const wrong = heard.filter(([, passing]) => passing !== undefined && passing !== 'aboutLink');
    assert.deepEqual(wrong, []);
  });

  it('is nothing where a number or a picture is all that is said, and the model is not asked', () => {
    for (const text of [
      '••••1114',
      '6200 0000 0000 0000 1111 4',
      '4',
      '12/03/2026',
      'A123456(7)',
      '👍',
      '...',
    ])
      assert.equal(passingIn(text), undefined, text);
  });

  it('is not looked for in a text that tells more', () => {
    assert.equal(passingIn(`send me a link ${'and so on '.repeat(30)}`), undefined);
  });
});
