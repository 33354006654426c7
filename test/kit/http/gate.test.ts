import assert from 'node:assert/strict';
import { RequestRefused } from '../../../kit/http/errorAnswers.ts';
import { Gate } from '../../../kit/http/gate.ts';

const refused = (code: string) => (error: unknown) =>
  error instanceof RequestRefused && error.answer === code && error.headers['Retry-After'] === '1';

describe('a gate', () => {
  it('lets so many in at once, the next when one leaves, in the order in which they came', async () => {
    const gate = new Gate({ atOnce: 2, waiting: 5, ofOne: 9 });
    const came: string[] = [];
    const enter = (who: string) =>
      gate.enter([who]).then((leave) => {
        came.push(who);
        return leave;
      });
    const [first] = await Promise.all([enter('a'), enter('b')]);
    const third = enter('c');
    const fourth = enter('d');
    first();
    first();
    (await third)();
    await fourth;
    assert.deepEqual(came, ['a', 'b', 'c', 'd']);
  });

  it('refuses who has too many places in it, and leaves the others theirs', async () => {
    const gate = new Gate({ atOnce: 1, waiting: 5, ofOne: 2 });
    const leave = await gate.enter(['one', 'address']);
    const waits = gate.enter(['one', 'elsewhere']);
    await assert.rejects(gate.enter(['one', 'third']), refused('tooManyRequests'));
    const other = gate.enter(['other', 'address']);
    leave();
    (await waits)();
    (await other)();
    (await gate.enter(['one', 'address']))();
  });

  it('refuses everybody when it is full', async () => {
    const gate = new Gate({ atOnce: 1, waiting: 1, ofOne: 9 });
    const leave = await gate.enter(['a']);
    const waits = gate.enter(['b']);
    await assert.rejects(gate.enter(['c']), refused('overloaded'));
    leave();
    (await waits)();
    (await gate.enter(['c']))();
  });
});
