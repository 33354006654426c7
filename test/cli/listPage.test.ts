import assert from 'node:assert/strict';
import { pageOf } from '../../cli/listPage.ts';

describe('a page of a list', () => {
  const list = Array.from({ length: 120 }, (_, place) => `U-${1000 + place}`);
  const page = (asked: Parameters<typeof pageOf>[2]) => pageOf(list, (one) => one, asked);

  it('has fifty, says how many are left, and ends', () => {
    const first = page({});
    assert.deepEqual([first.page.length, first.next], [50, '70 more: --after U-1049\n']);
    const second = page({ after: 'U-1049' });
    assert.deepEqual([second.page[0], second.next], ['U-1050', '20 more: --after U-1099\n']);
    const last = page({ after: 'U-1099' });
    assert.deepEqual([last.page.length, last.next], [20, '']);
  });

  it('has everything for a program, and as many as are asked for', () => {
    assert.equal(page({ json: true }).page.length, 120);
    assert.deepEqual(page({ json: true, limit: 2 }).page, ['U-1000', 'U-1001']);
  });

  it('is refused after one that has left the list, so that none is passed over unseen', () => {
    assert.throws(() => page({ after: 'U-0' }), { code: 'messageInvalid' });
  });
});
