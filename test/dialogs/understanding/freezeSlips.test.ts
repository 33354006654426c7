import assert from 'node:assert/strict';
import { freezeSlips, slipsAtFreezing } from '../../../dialogs/understanding/freezeSlips.ts';
import { plainText } from '../../../dialogs/understanding/plainText.ts';
import { understand } from '../../../dialogs/understanding/understand.ts';

const slips = (text: string) => slipsAtFreezing(plainText(text));

describe('a slip at freeze or unfreeze', () => {
  it('is known, each form with one that it takes and one that it leaves', () => {
    for (const { takes, leaves } of freezeSlips) {
      assert.ok(slips(takes), takes);
      assert.ok(!slips(leaves), leaves);
    }
  });

  it('is none of the two wishes for sure, in each language', () => {
    for (const text of [
      'and freeze my card',
      "I'm freeze my card",
      'an freeze it',
      'infreeze',
      '帮我接冻',
      '冻解',
      '街凍張卡',
    ]) {
      const { between, namesReport } = understand(text);
      assert.deepEqual([between, namesReport], [['freezeOrReport', 'unfreeze'], undefined], text);
    }
  });

  it('is none where the word is plain, or a loss is told of beside it', () => {
    for (const text of [
      ...[
        'freeze my card',
        'unfreeze my card',
        'un freeze it',
        'block it',
        '解冻',
        '冻结',
        '解除冻结',
        '凍結張卡',
      ],
      ...['I lost my wallet, and freeze my card', '卡丢了，帮我接冻'],
    ])
      assert.equal(understand(text).between, undefined, text);
  });
});
