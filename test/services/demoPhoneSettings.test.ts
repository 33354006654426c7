import assert from 'node:assert/strict';
import { readConfig } from '../../bot/config.ts';
import { UnfreezeError } from '../../kit/errors.ts';

const PROCESSOR_TOKEN = 'x'.repeat(32);

function reasons(given: NodeJS.ProcessEnv): string[] {
  try {
    readConfig({ PROCESSOR_TOKEN, ...given });
  } catch (error) {
    if (error instanceof UnfreezeError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('the telephone in the browser for a bank’s own test system', () => {
  const on = { DEMO: 'off', DEMO_PHONE: 'on', DEMO_PHONE_NUMBERS: '+12025550101, +12025550102' };

  it('has the numbers that it is given, and the development account', () => {
    const { demoCallers, twilio, demo } = readConfig({ PROCESSOR_TOKEN, ...on });
    assert.deepEqual(demoCallers, ['+12025550101', '+12025550102']);
    assert.deepEqual([demo, twilio?.sid], [false, `AC${'0'.repeat(32)}`]);
    assert.equal(readConfig({ PROCESSOR_TOKEN }).demoCallers, undefined);
  });

  it('is refused in production, off loopback, with a real account, without numbers, and beside the demo bank', () => {
    const refused: [given: NodeJS.ProcessEnv, reason: RegExp][] = [
      [{ ...on, NODE_ENV: 'production' }, /^DEMO_PHONE: .* off in production$/m],
      [{ ...on, HOST: '0.0.0.0' }, /^HOST: with DEMO_PHONE on only a loopback address/m],
      [{ ...on, TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}` }, /^TWILIO_ACCOUNT_SID: /m],
      [{ DEMO: 'off', DEMO_PHONE: 'on' }, /^DEMO_PHONE_NUMBERS: DEMO_PHONE needs/m],
      [{ ...on, DEMO: 'on' }, /^DEMO_PHONE: the demo bank brings its own/m],
      [{ ...on, DEMO_PHONE: 'off' }, /^DEMO_PHONE_NUMBERS: they are for DEMO_PHONE=on alone/m],
    ];
    for (const [given, reason] of refused) assert.match(reasons(given).join('\n'), reason);
    assert.deepEqual(reasons(on), []);
  });
});
