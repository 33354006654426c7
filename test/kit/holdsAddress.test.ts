import assert from 'node:assert/strict';
import { holdsAddress } from '../../kit/holdsAddress.ts';

describe('an address in a text', () => {
  it('is found in every form of which a telephone makes a link', () => {
    for (const text of [
      'open https://x/s',
      'see www.bank',
      'at Bank.com.hk now',
      'm.bank.example/s',
      '请打开bank.cn办理',
    ])
      assert.ok(holdsAddress(text), text);
  });

  it('is not found in what ends and begins a sentence, in numbers or in times', () => {
    for (const text of [
      'It is frozen.If not, call.',
      'on Nov 24, 2026, 16:00.',
      '1234 5678 90123.',
      'e.g. a card',
      'App（卡片服务）',
    ])
      assert.ok(!holdsAddress(text), text);
  });
});
