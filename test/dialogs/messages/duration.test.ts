import assert from 'node:assert/strict';
import { wait } from '../../../dialogs/messages/duration.ts';
import { hours, later, minutes, seconds } from '../../../kit/time.ts';

const now = new Date('2026-03-02T08:00:00.000Z');

describe('how long a customer is told to wait', () => {
  const waits: [number, string, string, string][] = [
    [-5 * seconds, '1 second', '1秒钟', '1 秒'],
    [4.2 * seconds, '5 seconds', '5秒钟', '5 秒'],
    [90 * seconds, '90 seconds', '90秒钟', '90 秒'],
    [90.1 * seconds, '2 minutes', '2分钟', '2 分鐘'],
    [15 * minutes, '15 minutes', '15分钟', '15 分鐘'],
    [24 * hours, '24 hours', '24小时', '24 小時'],
  ];
  for (const [length, en, zhHans, zhHant] of waits) {
    it(`is ${en} of ${length / seconds} seconds, in each language`, () => {
      const until = later(now, length);
      assert.deepEqual(
        [wait('en', now, until), wait('zh-Hans', now, until), wait('zh-Hant', now, until)],
        [en, zhHans, zhHant],
      );
    });
  }
});
