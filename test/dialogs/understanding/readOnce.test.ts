import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { readOnce } from '../../../dialogs/understanding/readOnce.ts';

describe('a text that many ask about', () => {
  let read: string[];
  let once: (text: string) => string | undefined;

  beforeEach(() => {
    read = [];
    once = readOnce((text) => {
      read.push(text);
      return text === '' ? undefined : text.toUpperCase();
    });
  });

  it('is read once in a turn, be there anything in it or not', async () => {
    for (const text of ['a', 'b', 'a', '', '']) assert.equal(once(text), text.toUpperCase() || undefined);
    await Promise.resolve();
    assert.equal(once('a'), 'A');
    assert.deepEqual(read, ['a', 'b', '']);
  });

  it('is forgotten before the process takes up anything else', async () => {
    once('a');
    await setImmediate();
    once('a');
    await setImmediate();
    once('a');
    assert.deepEqual(read, ['a', 'a', 'a']);
  });

  it('is read again where it is long, or one of very many', () => {
    const many = Array.from({ length: 32 }, (_, place) => `text ${place}`);
    for (const text of ['a'.repeat(501), ...many, 'another']) {
      once(text);
      assert.equal(once(text), text.toUpperCase());
    }
    assert.deepEqual(read, ['a'.repeat(501), 'a'.repeat(501), ...many, 'another', 'another']);
  });

  it('is read again where it could not be read', () => {
    const fails = readOnce((text): string => {
      read.push(text);
      throw new Error(text);
    });
    for (const text of ['a', 'a']) assert.throws(() => fails(text), { message: 'a' });
    assert.deepEqual(read, ['a', 'a']);
  });
});
