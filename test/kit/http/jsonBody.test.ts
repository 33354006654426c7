import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { jsonBody } from '../../../kit/http/jsonBody.ts';

describe('the JSON of a request', () => {
  const read = (
    body: string | Buffer,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ) =>
    jsonBody(
      Object.assign(Readable.from([Buffer.from(body)]), { headers }) as unknown as IncomingMessage,
      100_000,
    );

  it('is read, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const text = JSON.stringify(value);
        assert.deepEqual(await read(text), JSON.parse(text));
      }),
      { numRuns: 50 },
    );
    assert.deepEqual(await read('\ufeff{"a":1}'), { a: 1 });
  });

  const refused: [string, string | Buffer][] = [
    ['a name twice', '{"a":1,"a":2}'],
    ['a name twice, written in two ways', '{"a":1,"\\u0061":1}'],
    ['a name twice, deep inside', '{"a":[{"b":{"c":1,"d":2,"c":1}}]}'],
    ['a name twice, an object between', '{"a":1,"b":{"a":1},"a":2}'],
    ['UTF-16', Buffer.from('{"a":1}', 'utf16le')],
    ['UTF-16 with a mark', Buffer.from('\ufeff{"a":1}', 'utf16le')],
    ['overlong UTF-8', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ['a half of a character in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['a NUL', '"\u0000"'],
    ['comments', '{/* */}'],
    ['a comma too many', '{"a":1,}'],
    ['two values', '{}{}'],
    ['NaN', 'NaN'],
    ['nothing but a space', ' '],
  ];
  for (const [what, body] of refused) {
    it(`is refused with ${what}, without being quoted`, async () => {
      await assert.rejects(read(body), (error: Error & { code?: string }) => {
        assert.deepEqual([error.code, error.cause], ['messageInvalid', undefined]);
        return true;
      });
    });
  }

  it('may hold one name in two objects', async () => {
    assert.deepEqual(await read('[{"a":1},{"a":{"a":1}}]'), [{ a: 1 }, { a: { a: 1 } }]);
  });

  it('may be deep, and is answered in any case', async () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const outcome = await read(deep).catch((error) => error.code);
    assert.ok(outcome === 'messageInvalid' || Array.isArray(outcome));
  });
});
