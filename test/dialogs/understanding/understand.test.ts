import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Intent } from '../../../dialogs/understanding/intents.ts';
import { understand } from '../../../dialogs/understanding/understand.ts';
import { type Language, languages } from '../../../kit/language.ts';

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
  deny: ['no', 'no thanks', 'not now', '不', '不用了', '先不解冻', '好的，不用了', 'do not unfreeze my card'],
  greet: ['hello', '您好'],
  thanks: ['thank you', '谢谢'],
  none: ['what does frozen mean?', '冻结是什么意思', 'what is my balance', '转账', 'asdf', '', '🙂'],
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

  it('takes a number or a place in a list for no command', () => {
    const numbers = [
      'zero zero zero zero',
      'double zero',
      '下一个',
      'option 2',
      'one',
      'First',
      '第一个',
      '第二',
      '零',
    ];
    for (const text of numbers) assert.equal(understand(text).intent, 'none', text);
    assert.equal(understand('start from zero').intent, 'startOver');
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

  it('does not take for unfreezing what only speaks of it', () => {
    const meant: Partial<Record<Intent, string>> = {
      freezeOrReport:
        'how do I freeze my card|freeze it again|I did not ask to unfreeze it|who unfroze my card?|' +
        'my card was unfrozen without me|someone else unfroze it|谁解冻了我的卡|解冻后被盗刷|我没有申请解冻|' +
        '先别解冻我卡丢了|帮我把卡冻结起来|帮我锁卡|冻卡|邊個解凍咗我張卡',
      deny: "don't unfreeze it|please do not unblock my card|不要解冻|别解冻|唔好解凍住|先不解凍",
      none: 'my screen is frozen|frozen food payment|unlock my phone|解冻是什么意思|牛肉怎么解冻|手机解锁|解挂|I lost my PIN',
      cardStatus: 'is my card unfrozen yet?|解冻了吗|我的卡被锁了|張卡解咗凍未',
    };
    for (const [intent, texts] of Object.entries(meant)) {
      for (const text of texts.split('|')) assert.equal(understand(text).intent, intent, text);
    }
  });

  it('takes for unfreezing what only mentions a loss', () => {
    for (const text of [
      'I lost my job, can I get my card unfrozen',
      '我没丢卡 帮我解冻',
      '失業了 可以幫我解凍嗎',
    ]) {
      assert.equal(understand(text).intent, 'unfreeze', text);
    }
  });

  it('hears the content before the greeting, and the wish behind a yes', () => {
    assert.equal(understand('hi my card is blocked').intent, 'cardStatus');
    assert.equal(understand('你好 帮我解冻').intent, 'unfreeze');
    for (const text of ['yes please unfreeze it', 'ok unfreeze it then', '係，解凍', '好的 帮我解冻'])
      assert.equal(understand(text).intent, 'unfreeze', text);
    assert.equal(understand('yes cancel it').intent, 'cancel');
    assert.equal(understand('好的转人工').intent, 'agent');
    assert.equal(understand('yes, freeze it').intent, 'freezeOrReport');
  });

  it('reads through slips of the fingers, foreign letters that look the same and what cannot be seen', () => {
    for (const text of [
      'unlokc my card',
      'unfreze my crad',
      'unfr33ze my card',
      'unfrееze my сard',
      'un\u200bfreeze',
      '解\u200b冻',
      '姐冻我的卡',
    ]) {
      assert.equal(understand(text).intent, 'unfreeze', text);
    }
  });

  it('takes a picture alone for a yes, a no, a greeting or thanks, and another for nothing', () => {
    const meant = {
      '👍🏽': 'affirm',
      '👌': 'affirm',
      '👎': 'deny',
      '👋': 'greet',
      '🙏': 'thanks',
      '🐼': 'none',
    };
    for (const [picture, intent] of Object.entries(meant)) assert.equal(understand(picture).intent, intent);
  });

  it('takes a letter or two for a yes only where they are one, and noise for nothing', () => {
    for (const text of ['y', 'K', 'ok', 'ya', '好', '行', '係'])
      assert.equal(understand(text).intent, 'affirm', text);
    for (const text of ['f', '𝑭', 'j', 'T', 'fk', '(p)', '吧', 'aUf+Fk', 'U%F(N=zA)', 'W/ ~J9L P4o>']) {
      assert.equal(understand(text).intent, 'none', text);
    }
  });

  it('takes unfreezing that is said in so many words for no freeze, however much it is hurried', () => {
    for (const text of [
      'I am asking you to unblock my debit card immediately',
      'yes do unblock it please',
      '马上解冻我尾号3307的卡',
      '即刻幫我解封張卡',
    ])
      assert.equal(understand(text).intent, 'unfreeze', text);
    for (const text of ['I must ask you to block my debit card immediately', '马上冻结我尾号3307的卡'])
      assert.equal(understand(text).intent, 'freezeOrReport', text);
  });

  it('hears in the bank’s own suspicion of fraud no report of one', () => {
    for (const text of [
      'your fraud department froze it, I have told them it was me, please unfreeze my card',
      '你们系统当成盗刷给我冻了，其实是我买的，帮我把卡解冻',
      '銀行話懷疑盜用停咗張卡，係我自己碌㗎，幫我解凍',
    ])
      assert.equal(understand(text).intent, 'unfreeze', text);
    for (const text of [
      'it was fraud, freeze my card',
      'a man from your fraud team rang and I read him the number on my card',
      '我怀疑卡被盗刷了，帮我冻结',
      '银行打电话说我的卡被盗刷了，怎么办',
    ])
      assert.equal(understand(text).intent, 'freezeOrReport', text);
  });

  it('knows the things of a story from what is to be opened', () => {
    for (const text of [
      'I paused it at dinner when I was drunk, the waiter wants paying now, so please unfreeze it for me',
      '冰箱坏了师傅等着我付钱，是我自己冻结的，现在给我解冻吧',
    ])
      assert.equal(understand(text).intent, 'unfreeze', text);
    for (const text of [
      'my phone froze in the middle of the game and my son is crying, please unfreeze it',
      '我家猫踩了键盘，电脑整个卡死了，你帮它解冻一下',
      'Instagram has banned my bakery and all my orders come from there, please unblock me',
      '小红书把我封号了，说我发广告，我就是晒个菜，帮我解封',
    ])
      assert.notEqual(understand(text).intent, 'unfreeze', text);
  });

  it('takes nothing for unfreezing that has no word of it and names no card, or tells that one was found', () => {
    for (const text of [
      'that was a mistake, undo that',
      'I have found it, it was in my bag',
      '恢复我的权限',
      '搵返喇，喺褸袋度',
    ])
      assert.notEqual(understand(text).intent, 'unfreeze', text);
  });

  it('is surer of unfreezing where more is said than a request for it', () => {
    for (const text of ['unfreeze the assets of the company', '社保卡解冻', '請解釋解凍', '我怕输错密码']) {
      assert.equal(understand(text).intent, 'none', text);
    }
    for (const text of [
      'I fear my PIN was typed wrong thrice, please unlock my card',
      '之前怕丢了冻结的，现在找到了，帮我解开',
    ])
      assert.equal(understand(text).intent, 'unfreeze', text);
  });

  it('knows a way from a thing: a card that is to be unfrozen on a telephone', () => {
    assert.equal(understand('可以在手机上解冻吗').intent, 'howToUnfreeze');
    assert.equal(understand('can I unfreeze it over the phone').intent, 'howToUnfreeze');
    assert.equal(understand('how do I unfreeze my phone').intent, 'none');
  });

  it('is not led by numbers', () => {
    for (const text of ['12345', '2024-05-03', '6200 0000 0000 0011 114']) {
      assert.deepEqual(understand(text), { text, language: undefined, intent: 'none', confidence: 0 });
    }
    assert.equal(
      understand('unfreeze 6200000000000011114').confidence,
      understand('unfreeze 6200000000000022228').confidence,
    );
  });

  it('knows the language by the characters of one script, by the words where there are none', () => {
    const spoken = {
      'zh-Hans':
        '我的卡被冻结了|解冻|取消|吓死我了|怎么老提示卡片不可用|wo de ka bei dongjie le|我的card被block了',
      'zh-Hant':
        '我的卡被凍結了|解凍|唔使|張卡碌唔到|張card俾人block咗|卡片被偷|即刻停卡|取消晒佢|目前卡片不能用',
      en: 'my card is frozen|unblock|ok|please 解冻 my card now',
    };
    for (const [language, texts] of Object.entries(spoken)) {
      for (const text of texts.split('|')) assert.equal(understand(text).language, language, text);
    }
  });

  it('knows that another language is none of the three, and understands nothing of it', () => {
    for (const text of [
      'mi tarjeta está bloqueada',
      'моя карта заблокирована',
      'カードが使えません',
      '카드가 정지됐어요',
      'بطاقتي لا تعمل',
    ]) {
      assert.deepEqual(understand(text), { text, language: undefined, intent: 'none', confidence: 0 });
    }
  });

  it('takes whatever is sent', () => {
    // Halves of signs as well: fast-check's own strings have none, and first make a table of a million signs.
    const anyText = fc
      .array(fc.nat(0x10ffff), { maxLength: 2000 })
      .map((points) => String.fromCodePoint(...points));
    fc.assert(
      fc.property(anyText, (utterance) => {
        const { intent, confidence } = understand(utterance);
        assert.ok(Intent.options.includes(intent));
        assert.ok(confidence >= 0 && confidence <= 1);
      }),
    );
  });

  describe('of a message of 4,000 signs', () => {
    const story = {
      en: 'We had rain all week and the roof leaked into the kitchen, so we moved the table. ',
      'zh-Hans': '这一周天天下雨，屋顶漏水漏到厨房里，我们只好把桌子搬开。',
      'zh-Hant': '這一週天天下雨，屋頂漏水漏到廚房裡，我們只好把桌子搬開。',
    };
    const wishes = {
      en: 'Please unfreeze my card.',
      'zh-Hans': '请帮我解冻银行卡。',
      'zh-Hant': '請幫我解凍張卡。',
    };
    const reports = { en: 'My card was stolen.', 'zh-Hans': '我的卡被偷了。', 'zh-Hant': '我的卡被偷了。' };
    const told = (language: Language) => story[language].repeat(4000 / story[language].length);

    for (const language of languages) {
      it(`hears the wish at either end, in ${language}`, () => {
        for (const text of [told(language) + wishes[language], wishes[language] + told(language)]) {
          assert.ok(text.length > 3900 && text.length < 4096);
          assert.equal(understand(text).intent, 'unfreeze');
        }
        assert.equal(understand(told(language)).intent, 'none');
      });

      it(`hears a loss in the middle, whatever is wished for at the end, in ${language}`, () => {
        const half = told(language).slice(0, 2000);
        const { intent, namesReport } = understand(
          `${half} ${reports[language]} ${half} ${wishes[language]}`,
        );
        assert.equal(intent, 'freezeOrReport');
        assert.equal(namesReport, true);
      });
    }
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
