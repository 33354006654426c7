import assert from 'node:assert/strict';
import { isToStart } from '../../kit/isToStart.ts';

describe('a program that takes no words', () => {
  function started(...words: string[]) {
    const said = { out: '', err: '' };
    const place = {
      stdout: { write: (text: string) => (said.out += text) },
      stderr: { write: (text: string) => (said.err += text) },
      exitCode: 0,
    };
    const begins = isToStart(words, 'what it does', place);
    return { begins, ...said, exitCode: place.exitCode };
  }

  it('begins where none is given', () => {
    assert.deepEqual(started(), { begins: true, out: '', err: '', exitCode: 0 });
  });

  it('says what it does where it is asked, and does nothing', () => {
    for (const word of ['--help', '-h'])
      assert.deepEqual(started(word), { begins: false, out: 'what it does\n', err: '', exitCode: 0 });
  });

  it('refuses any other word, and does nothing', () => {
    const { begins, err, exitCode } = started('--halp');
    assert.deepEqual([begins, exitCode], [false, 2]);
    assert.match(err, /^--halp: /);
  });
});
