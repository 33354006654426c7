import assert from 'node:assert/strict';
import { readConfig } from '../../bot/config.ts';
import { profileFindings } from '../../cli/profileFindings.ts';

const account = { DEMO: 'off', TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'token' };
const service = `MG${'a'.repeat(32)}`;
const found = (from: string, settings: NodeJS.ProcessEnv) =>
  profileFindings(readConfig({ ...account, TWILIO_FROM: from, ...settings })).map(({ weight, what }) => [
    weight,
    /for (.*?)(:| the| it| carriers)/.exec(what)?.[1],
  ]);

describe('what preflight finds in profiles and the sender of texts', () => {
  const cases: [what: string, from: string, settings: NodeJS.ProcessEnv, expected: unknown[]][] = [
    [
      'a number where a country wants a name with #',
      '+12025550100',
      { PROFILES: 'hk' },
      [['unsafe', "the bank's own (hk)"]],
    ],
    ['a name without # there', 'HARBOUR', { MESSAGE_COUNTRIES: 'HK' }, [['unsafe', 'HK (hk)']]],
    ['a registered name there', '#HARBOUR', { MESSAGE_COUNTRIES: 'HK', PROFILES: 'hk' }, []],
    ['a messaging service there', service, { MESSAGE_COUNTRIES: 'HK' }, [['look', 'HK (hk)']]],
    [
      'a number of elsewhere in Singapore',
      '+12025550100',
      { MESSAGE_COUNTRIES: 'SG' },
      [['unsafe', 'SG (sg)']],
    ],
    ['a number of Singapore there', '+6581234567', { MESSAGE_COUNTRIES: 'SG' }, [['look', 'SG (sg)']]],
    ['a name of two letters in Singapore', 'HB', { MESSAGE_COUNTRIES: 'SG' }, [['unsafe', 'SG (sg)']]],
    [
      'what carriers overwrite',
      '+12025550100',
      { MESSAGE_COUNTRIES: 'CN,TW' },
      [
        ['look', 'CN (cn)'],
        ['look', 'TW (tw)'],
      ],
    ],
    [
      'a name where a reply could be asked for',
      'HARBOUR',
      { PROFILES: 'other' },
      [['unsafe', "the bank's own (other)"]],
    ],
    [
      'a country that the bank gave another profile',
      'HARBOUR',
      { MESSAGE_COUNTRIES: 'MO', PROFILES: 'MO:hk' },
      [['unsafe', 'MO (hk)']],
    ],
    ['a number where no country has rules', '+12025550100', { MESSAGE_COUNTRIES: 'US,noNumber' }, []],
    ['nothing that is named', '+12025550100', {}, []],
  ];
  for (const [what, from, settings, expected] of cases)
    it(`is right for ${what}`, () => assert.deepEqual(found(from, settings), expected));

  it('is nothing with the demo bank, or where nothing is sent', () => {
    assert.deepEqual(profileFindings(readConfig({ PROFILES: 'hk' })), []);
    assert.deepEqual(profileFindings(readConfig({ ...account, PROFILES: 'hk' })), []);
  });
});
