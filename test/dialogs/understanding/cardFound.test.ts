import assert from 'node:assert/strict';
import { findings, tellsOfFinding } from '../../../dialogs/understanding/cardFound.ts';

const found = [
  'I found my card',
  'I found my card.',
  'I’ve found it',
  'FOUND IT!!',
  'oh I just found it',
  'good news, I found it',
  'we have finally found my card again',
  'it turned up',
  'My card has turned up',
  'I got it back',
  'my card is back',
  'I found my lost card',
  'I found it, thanks',
  'I found my card, please unfreeze it',
  'I found my card please unfreeze it',
  'found it. It was in my coat pocket',
  '找到了',
  '找到卡了',
  '我找到卡了',
  '我找到我的卡了',
  '卡找到了',
  '卡片找到了！',
  '卡已经找到了',
  '我剛剛找到了',
  '終於找到了',
  '找回來了',
  '卡找回来了',
  '找到了我的卡',
  '找到了，谢谢',
  '我的卡找到了，請幫我解凍',
  '找到卡了请解冻',
  '卡找到了，在包里',
  '卡片已找到了',
  '張卡搵返喇',
  '搵到喇',
  '我搵返張卡喇',
  '卡回來了',
];
const notFound = [
  '',
  'yes',
  'unfreeze it',
  'I lost my card',
  'I have not found my card',
  'I haven’t found it yet',
  'still not found',
  'not found it',
  'I never found it',
  'I found my card?',
  'found it?',
  'did you find my card',
  'have you found it?',
  'someone found my card',
  'the police found my card',
  'my card was found by a stranger',
  'I hope I found it',
  'if I find it',
  'I will find it',
  'I can’t find my card',
  'I want it back',
  'it has not turned up',
  'I found my card is frozen',
  'I found a payment',
  'I found it was stolen',
  'I found my wallet',
  'I found my card but my wallet was stolen',
  'I found my card, someone used it to buy things',
  `I found my card${' and then'.repeat(40)}`,
  '还没找到',
  '還沒找到',
  '没找到',
  '找不到',
  '找到了吗',
  '卡片找到了嗎',
  '找到了？',
  '卡找到了没',
  '找到了再说',
  '你们找到了吗',
  '有人找到卡了',
  '别人捡到我的卡',
  '没人找到卡',
  '希望找到了',
  '如果找到了',
  '快找到了',
  '找到了一笔消费',
  '我找到了工作',
  '找到卡了但是被盗刷了',
  '還未搵到',
  '搵唔到',
  '未搵到張卡',
];

describe('the words by which a lost card is found', () => {
  it('are heard in three languages', () => {
    for (const text of found) assert.ok(tellsOfFinding(text), text);
  });

  it('are no denial, no hope, no question, and nothing that somebody else has found', () => {
    for (const text of notFound) assert.ok(!tellsOfFinding(text), text);
  });

  it('are taken and left as each pattern says', () => {
    for (const { takes, leaves } of findings) {
      assert.ok(tellsOfFinding(takes), takes);
      assert.ok(!tellsOfFinding(leaves), leaves);
    }
  });
});
