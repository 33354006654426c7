import assert from 'node:assert/strict';
import pino from 'pino';
import { UntoldOptOuts } from '../../../bot/desk/untoldOptOuts.ts';
import { UnfreezeError } from '../../../kit/errors.ts';

describe('who has said STOP', () => {
  it('is told to the bank’s side, again where that was away, and the newest word counts', async () => {
    const told: [string, boolean][] = [];
    let trouble: UnfreezeError | undefined = new UnfreezeError('storeUnavailable', 'away');
    let logged = '';
    const optOuts = new UntoldOptOuts({
      optOuts: {
        async noteOptOut({ phone, stopped }) {
          if (trouble) throw trouble;
          if (phone === '+1') throw new UnfreezeError('messageInvalid', 'no number');
          told.push([phone, stopped]);
          return { noted: true };
        },
      },
      log: pino({ level: 'error' }, { write: (line: string) => (logged += line) }),
    });
    await optOuts.tell('+12025550101', true);
    await optOuts.tell('+1', true);
    await optOuts.tell('+12025550101', false);
    trouble = undefined;
    await optOuts.tell('+12025550102', true);
    assert.deepEqual(told, [
      ['+12025550101', false],
      ['+12025550102', true],
    ]);
    await optOuts.tell('+12025550103', true);
    assert.equal(told.length, 3, 'each once');
    assert.doesNotMatch(logged, /2025550/);
  });
});
