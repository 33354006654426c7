import assert from 'node:assert/strict';
import { plainText } from '../../../dialogs/understanding/plainText.ts';
import { decidedBy, understand } from '../../../dialogs/understanding/understand.ts';
import { asksToUnfreeze, wishWithin } from '../../../dialogs/understanding/wishWithin.ts';

const within = (text: string) => wishWithin(plainText(text))?.intent;

describe('the wish in a story', () => {
  it('is the last part that is surely one', () => {
    assert.equal(
      within(
        'The ferry sailed at nine, we stood on the pier with our card in hand, please unfreeze my card.',
      ),
      'unfreeze',
    );
    assert.equal(within('渡轮九点开，我们在码头上拿着卡干着急，请帮我把卡解冻'), 'unfreeze');
    assert.equal(within('碼頭上等船的人很多，我只想問一句，怎麼解凍我的卡？'), 'howToUnfreeze');
    assert.equal(
      within('I have read all of it twice, my glasses are fogged, let me talk to a person'),
      'agent',
    );
  });

  it('is looked for only where the whole says nothing', () => {
    assert.equal(decidedBy('my card is frozen'), 'model');
    const story = '我们渔船要加油，码头上没有人肯赊账，麻烦把我的卡解冻一下';
    assert.equal(understand(story).intent, 'unfreeze');
  });

  it('is none where no card is spoken of, or something else is to be opened', () => {
    for (const text of [
      'the party is at nine, the shrimps are still in the bag, how do i defrost them',
      '晚上请客，虾还硬邦邦的，要怎么解冻',
      '孩子的平板，锁屏了，帮我解锁',
      '微信号被人举报了，帮我解封',
      '儿子留学，我想换外币，需要什么手续？',
    ])
      assert.equal(within(text), undefined, text);
  });

  it('is no unfreezing where any part refuses it, tells of a loss or of somebody else’s card', () => {
    for (const text of [
      '船要开了，我的卡先别解冻，帮我把卡解冻的事以后再说',
      'the boat leaves, my card was stolen on the pier, please unfreeze my card',
      '我朋友的卡冻了，他人在船上，帮忙把卡解冻',
      '密码没输错，余额也够，真叫人纳闷',
    ])
      assert.notEqual(within(text), 'unfreeze', text);
    const theft =
      'somebody has taken my wallet on the underground i need my card cancelled before they use it';
    assert.equal(understand(theft).intent, 'freezeOrReport');
  });

  it('is no wish to freeze where the whole is likely the contrary, and a part tells how the freeze came', () => {
    assert.notEqual(within('病好了，之前我申请冻结我的卡，如今撤掉吧'), 'freezeOrReport');
  });
});

describe('a loss that is told to be over', () => {
  const wished = [
    'i reported it stolen, then found it in the boat, please unfreeze my card',
    'the card was missing but the school sent it back so please unfreeze my card',
    '我报过挂失，后来找到了，请帮我把卡解冻',
    '怀疑被盗刷，其实是我自己买的，帮我把卡解冻',
  ];

  it('is asked about where the card is wanted back, with both answers', () => {
    for (const text of wished) {
      const { between, namesReport } = understand(text);
      assert.deepEqual(between, ['unfreeze', 'freezeOrReport'], text);
      assert.equal(namesReport, undefined);
    }
  });

  it('stays a report where it is not over, or the card is not wanted back', () => {
    for (const text of [
      'my card was stolen, please unfreeze my card',
      'somebody found my card and used it, it was stolen',
      '卡被偷了，还没找到，帮我解冻',
      '卡丢了，帮我解冻',
    ]) {
      const { intent, between } = understand(text);
      assert.equal(intent, 'freezeOrReport', text);
      assert.equal(between, undefined, text);
    }
  });

  it('takes a part for a wish only where that part has words of one', () => {
    assert.ok(asksToUnfreeze(plainText('it was raining, please unfreeze my card')));
    assert.ok(!asksToUnfreeze(plainText('it was raining, please call my daughter')));
    assert.ok(!asksToUnfreeze(plainText('it was raining, please do not unfreeze my card')));
  });
});
