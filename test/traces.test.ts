import assert from 'node:assert/strict';
import { tracesIn } from './traces.ts';

describe('a trace of a secret', () => {
  const secret = '246801';
  const found: [string, string | Buffer][] = [
    ['in plain', 'the password is 246801.'],
    ['in bytes', Buffer.from([0, 255, ...Buffer.from(secret), 0])],
    ['backwards', '"108642"'],
    ...['', 'x', 'xy'].map((before): [string, string] => [
      `in base64 after ${before.length} bytes`,
      Buffer.from(`${before}${secret}zz`).toString('base64'),
    ]),
    ['in base64url', Buffer.from(`{"password":"${secret}"}`).toString('base64url')],
    ['in hex', Buffer.from(`a${secret}b`).toString('hex').toUpperCase()],
    ['in UTF-16', Buffer.from(`a${secret}b`, 'utf16le')],
  ];
  for (const [how, content] of found) {
    it(`is found ${how}`, () => assert.deepEqual(tracesIn(content, ['000000', secret]), [secret]));
  }

  it('is found of Chinese names, in bytes and in addresses', () => {
    assert.deepEqual(tracesIn(Buffer.from('姓名：李娜。'), ['李娜']), ['李娜']);
    assert.deepEqual(tracesIn(`?name=${encodeURIComponent('李娜')}`, ['李娜']), ['李娜']);
  });

  it('is no part of a longer number or id', () => {
    assert.deepEqual(tracesIn('{"time":1724680155,"id":"a246801f"}', [secret]), []);
  });
});
