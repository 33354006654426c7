import assert from 'node:assert/strict';
import { readSettings } from '../../../kit/readSettings.ts';
import { CountryProfiles } from '../../../services/profiles/countryProfiles.ts';
import { profileSettingsShape, usualProfiles } from '../../../services/profiles/profileSettings.ts';
import { profiles } from '../../../services/profiles/profiles.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { numbers } from './forms.ts';

const read = (written: string) => readSettings(profileSettingsShape, { PROFILES: written }).PROFILES;

describe('the profile of a customer', () => {
  it('is that of their registered number’s country', () => {
    const usual = new CountryProfiles(usualProfiles);
    for (const name of ['cn', 'hk', 'tw', 'sg', 'other'] as const)
      assert.deepEqual(usual.of(numbers[name]), profiles[name], name);
  });

  it('is “other” where the country has none of its own, or the number is of no country', () => {
    const usual = new CountryProfiles(usualProfiles);
    for (const phone of ['+447400123456', '+85366123456', '+881612345678', '+999', ''])
      assert.deepEqual(usual.of(phone), profiles.other, phone);
  });

  it('takes the stricter of the bank’s own and the number’s, row by row', () => {
    const ofHongKong = new CountryProfiles(read('hk'));
    const abroad = ofHongKong.of(numbers.other);
    assert.deepEqual([abroad.address, abroad.reply, abroad.signature], [false, false, 'always']);
    assert.equal(
      abroad.sender,
      'any',
      'who is registered in Hong Kong is registered for telephones of Hong Kong',
    );
    const mainland = ofHongKong.of(numbers.cn);
    assert.deepEqual([mainland.signature, mainland.consent], ['inBrackets', true]);
    assert.equal(mainland.quiet?.timeZone, 'Asia/Shanghai', 'the customer’s own clock');
    const ofNowhere = new CountryProfiles(read('other'));
    assert.deepEqual(ofNowhere.of(numbers.sg), profiles.sg, 'a laxer one of the bank’s lifts nothing');
  });

  it('can be given to a country by the bank', () => {
    const chosen = new CountryProfiles(read('MO:hk, JP:sg'));
    assert.deepEqual(chosen.of('+85366123456'), profiles.hk);
    assert.deepEqual(chosen.of('+819012345678'), profiles.sg);
    assert.deepEqual(chosen.of(numbers.tw), profiles.tw);
  });

  for (const wrong of [
    'uk',
    'HK',
    'hk,sg',
    'HK:uk',
    'XX:hk',
    'HK:hk,HK:sg',
    'HK:',
    ':hk',
    'HK:hk:hk',
    'toString',
    'ｈｋ',
  ])
    it(`is refused at the start where it is written ${wrong}`, () =>
      rejectsWith(
        'settingsInvalid',
        Promise.resolve().then(() => read(wrong)),
      ));
});
