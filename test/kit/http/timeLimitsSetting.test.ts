import assert from 'node:assert/strict';
import { timeLimitsSetting } from '../../../kit/http/timeLimitsSetting.ts';

describe('the time limits of HTTP', () => {
  it('are ten seconds for a handshake and for headers, and thirty for a request, where nothing is set', () => {
    assert.deepEqual(timeLimitsSetting.parse(undefined), {
      handshake: 10_000,
      headers: 10_000,
      request: 30_000,
    });
  });

  it('are three numbers of seconds', () => {
    assert.deepEqual(timeLimitsSetting.parse('20 30 120'), {
      handshake: 20_000,
      headers: 30_000,
      request: 120_000,
    });
  });

  it('are refused where one lacks, is none or is no number, and where headers have more time than the request', () => {
    for (const wrong of [
      '',
      '10',
      '10 10',
      '10 10 0',
      '10 10 1000',
      '1 2 3 4',
      'abc',
      '10 -1 30',
      '10 40 30',
    ])
      assert.equal(timeLimitsSetting.safeParse(wrong).success, false, wrong);
  });
});
