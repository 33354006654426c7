import assert from 'node:assert/strict';
import fc from 'fast-check';
import { repeatedKeys } from '../../kit/repeatedKeys.ts';

describe('the keys that stand twice in a JSON text', () => {
  const texts: [json: string, repeated: string[]][] = [
    ['{"a":1,"b":2}', []],
    ['{"a":1,"a":2}', ['a']],
    ['{"a":1,"\\u0061" : 2}', ['a']],
    ['{"a":{"a":1},"b":[{"a":1},{"a":1}]}', []],
    ['{"a":[{"b":1,"c":{},"b":2}],"a"\n:3}', ['b', 'a']],
    ['{"a":"a","b":"\\"b\\":1,{","c":"\\\\"}', []],
    ['{"\\"":1,"\\\\":2,"\\":":3}', []],
    ['["a","a",":"]', []],
    ['{"":1,"":2,"__proto__":3,"__proto__":4}', ['', '__proto__']],
    ['"a"', []],
  ];
  for (const [json, repeated] of texts)
    it(`are ${repeated.map((key) => `"${key}"`).join(' and ') || 'none'} in ${JSON.stringify(json)}`, () => {
      JSON.parse(json);
      assert.deepEqual(repeatedKeys(json), repeated);
    });

  it('are none in what was written from a value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => assert.deepEqual(repeatedKeys(JSON.stringify(value)), [])),
    );
  });
});
