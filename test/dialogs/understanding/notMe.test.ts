import assert from 'node:assert/strict';
import { looksLikeTalk } from '../../../bot/terminal/talk.ts';
import { isDisowning } from '../../../dialogs/understanding/notMe.ts';

const disowning = [
  'NOT ME',
  'not me!',
  ' Not  me. ',
  "wasn't me",
  'It wasn’t me',
  'That was not me.',
  'No, not me',
  '不是我',
  '“不是我”',
  '「不是我」。',
  '不是我！',
  '非本人操作',
  '唔係我',
  '唔係我做嘅',
  '這不是我',
  'I didn’t unfreeze my card!',
  '我沒有解凍',
  'STOP not me',
  'STOP. That was not me!!!',
  'stop 不是我',
  '停！不是我！',
  'not me freeze it',
  'NOT ME!!! FREEZE MY CARD NOW',
  'wasn’t me. My card was stolen',
  '不是我，請凍結我的卡',
  'no no not me not me',
];
const others = [
  '',
  'not me?',
  'why not me',
  'me',
  'not',
  'is it me or not',
  'do not freeze me out',
  'not my card',
  'unfreeze it, not me',
  'that was not me, unfreeze it please',
  'it was me',
  'that was me',
  'not me but my wife unfroze it',
  'STOP',
  'stop stop stop',
  'freeze my card',
  'not me, please unfreeze it',
  'I didn’t do it wrong',
  '不是我，是我老婆',
  '不是我冻结',
  `${'stop '.repeat(100)}not me`,
  '不是',
  '是我',
  '不是我的卡',
  '不是我要解冻',
  '是不是我',
  '不是我吗？',
  '不是我，请解冻',
  '唔係',
  '唔係我張卡',
  '本人',
];

describe('the words by which an unfreezing is disowned', () => {
  it('are heard in three languages, however they are typed', () => {
    for (const text of disowning) assert.ok(isDisowning(text), text);
  });

  it('are no part of a longer sentence, no question and nothing that only sounds like them', () => {
    for (const text of others) assert.ok(!isDisowning(text), text);
  });

  it('are never taken for a secret that was asked for', () => {
    for (const text of disowning) assert.ok(looksLikeTalk(text), text);
  });
});
