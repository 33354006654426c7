import assert from 'node:assert/strict';
import { patient } from '../runs/pace.ts';
import { cpuTime } from './cpuTime.ts';
import { exportedWithText, further, notCustomers, type Reader, readers } from './readers.ts';
import { worstTexts } from './worstTexts.ts';

const length = 4000;
/** Far above what any reader takes, and what nobody notices who writes at the same time. */
const most = 250;
/** Below this a ratio tells more of the machine than of the reader. */
const measurable = patient(20);
/** Twice the text takes twice the time, and four times where the time grows with its square. */
const mostRatio = 3;

describe('every reader of what customers write', function () {
  this.timeout(180_000);
  const whole = worstTexts(length);
  const halves = worstTexts(length / 2);
  let all: Reader[] = [];
  before(async () => {
    all = await readers();
  });

  /** What is wrong with a reader at a text. Looked at again before it is said: a machine can be busy. */
  function complaint({ name, read }: Reader, text: string, half: string): string | undefined {
    let said: string | undefined;
    for (let tries = 1; tries <= 4; tries++) {
      const time = cpuTime(() => read(text), tries);
      if (time < measurable) return undefined;
      const ratio = time / cpuTime(() => read(half), tries);
      if (time < most && ratio < mostRatio) return undefined;
      said = `${name}: ${time.toFixed(0)} ms, ${ratio.toFixed(1)} times those for half of ${JSON.stringify(text.slice(0, 20))}`;
      // No busy machine explains so much of the processor's own time.
      if (time > 4 * most) return said;
    }
    return said;
  }

  /** One text is enough: a reader that is slow at all is slow at many. */
  function firstComplaint(reader: Reader): string | undefined {
    for (const [place, text] of whole.entries()) {
      const said = complaint(reader, text, halves[place] ?? '');
      if (said !== undefined) return said;
    }
    return undefined;
  }

  it('takes little time for the worst of texts, and twice as much for twice as long a one', () => {
    assert.deepEqual(
      all.flatMap((reader) => firstComplaint(reader) ?? []),
      [],
    );
  });

  it('is found by what it exports, and no exception is left over', () => {
    const names = new Set(exportedWithText().keys());
    for (const name of ['understand', 'secretsIn', 'numbersIn', 'checkCardNumber', 'chosenIn'])
      assert.ok(names.has(name), name);
    const leftOver = [...notCustomers, ...Object.keys(further)].filter((name) => !names.has(name));
    assert.deepEqual(leftOver, []);
  });

  it('is complained of where its time grows with the square of a text', () => {
    const quadratic: Reader = {
      name: 'quadratic',
      read: (text) => /\S+@/.test(text.replace(/\s/g, '')),
    };
    const text = 'a'.repeat(length * 4);
    assert.match(complaint(quadratic, text, 'a'.repeat(length * 2)) ?? '', /quadratic/);
  });
});
