import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Intent } from '../../../dialogs/understanding/intents.ts';
import { understand } from '../../../dialogs/understanding/understand.ts';

const said: Partial<Record<Intent, readonly string[]>> = {
  cardStatus: [
    'why was my card declined',
    'is my card frozen?',
    'my card is blocked',
    '我的卡刷不了了',
    '查一下卡片狀態',
    '卡被锁了',
    '卡片状态',
  ],
  unfreeze: [
    'unblock my card',
    'please unfreeze my card',
    'I entered my PIN wrong three times',
    '解冻',
    '幫我解凍',
    '帮我解除冻结',
    '密码输错了',
  ],
  howToUnfreeze: ['what do I need to unfreeze it', 'how do I unfreeze my card?', '怎么解冻', '解凍需要什麼'],
  freezeOrReport: [
    'freeze my card',
    'I lost my card',
    'my card was stolen',
    'please block my card',
    '挂失',
    '卡被偷了',
    '我的卡丟了',
    '帮我冻结卡片',
    '有一笔不是我刷的',
    '冻结',
  ],
  agent: ['agent', 'I want to talk to a person', '人工', '转人工客服', '真人'],
  cancel: ['cancel', 'stop', '取消', '算了吧，取消'].slice(0, 3),
  startOver: ['start over', '重新开始', '從頭來'],
  goBack: ['back', '上一步'],
  repeat: ['say that again', '再说一遍'],
  help: ['help', '帮助', '你能做什么'],
  whyAsked: ['why do you ask?', 'why do you need my password', '为什么要我的证件号'],
  changeLanguage: ['English', 'in english please', '中文', '繁體中文', '换个语言', 'change language'],
  affirm: ['yes', 'yes please', 'ok', '是的', '好的', '可以', '嗯', '係'],
  deny: ['no', 'no thanks', 'not now', '不', '不用了', '先不解冻', '好的，不用了'],
  greet: ['hello', '您好'],
  thanks: ['thank you', '谢谢'],
  none: [
    'what does frozen mean?',
    '冻结是什么意思',
    'what is my balance',
    '转账',
    'asdf',
    '',
    '🙂',
    'do not unfreeze my card',
  ],
};

describe('the understanding', () => {
  for (const [intent, utterances] of Object.entries(said)) {
    it(`takes these as ${intent}: ${utterances.slice(0, 3).join(', ')}`, () => {
      for (const utterance of utterances) assert.equal(understand(utterance).intent, intent, utterance);
    });
  }

  it('hears the language that is asked for', () => {
    assert.equal(understand('English').wanted, 'en');
    assert.equal(understand('繁體中文').wanted, 'zh-Hant');
    assert.equal(understand('简体中文').wanted, 'zh-Hans');
    assert.equal(understand('change language').wanted, undefined);
  });

  it('does not mind capitals, spaces, width and stops', () => {
    for (const utterance of [
      'UNFREEZE my card!',
      '  un-freeze   my card ',
      'ｕｎｆｒｅｅｚｅ my card',
      'unfreeze my card。',
    ]) {
      assert.equal(understand(utterance).intent, 'unfreeze', utterance);
    }
  });

  it('takes whatever is sent, and quickly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4000 }), (utterance) => {
        const { intent, confidence } = understand(utterance);
        assert.ok(Intent.options.includes(intent));
        assert.ok(confidence >= 0 && confidence <= 1);
      }),
    );
  });

  it('takes nothing as unfreezing that speaks of a loss or a theft as well', () => {
    for (const report of ['I lost it', 'my wallet was stolen', '卡丢了', '被盜刷了']) {
      for (const wish of ['unfreeze my card', '帮我解冻', 'yes']) {
        for (const both of [`${report}, ${wish}`, `${wish}, ${report}`]) {
          assert.equal(understand(both).intent, 'freezeOrReport', both);
        }
      }
    }
  });
});
