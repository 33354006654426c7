import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { FieldSealing } from '../../../services/security/fieldSealing.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('a sealed field', () => {
  const folder = temporaryFolder();
  const ring = (name: string) =>
    KeyRing.openOrMake(join(folder.path, name), { clock: () => new Date(), production: false });
  const fields = new FieldSealing(ring('keys.json'));
  const place = { table: 'cards', column: 'number_sealed', row: 'one' };
  after(() => folder.remove());

  it('opens to what was closed, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        assert.equal(fields.open(fields.seal(plain, place), place), plain);
      }),
    );
  });

  it('is another text each time', () => {
    assert.notEqual(fields.seal('same', place), fields.seal('same', place));
  });

  it('does not open in another table, column or row', () => {
    const sealed = fields.seal('a number', place);
    for (const other of [{ table: 'customers' }, { column: 'phone_sealed' }, { row: 'two' }]) {
      assert.throws(() => fields.open(sealed, { ...place, ...other }));
    }
  });

  it('does not open when any part of it was altered', () => {
    const parts = fields.seal('a number', place).split('.');
    for (const index of parts.keys()) {
      const altered = parts.map((part, at) =>
        at === index ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
      );
      assert.throws(() => fields.open(altered.join('.'), place));
    }
    for (const wrong of ['', 'v1', 'v1....', parts.slice(0, 4).join('.')]) {
      assert.throws(() => fields.open(wrong, place));
    }
  });

  it('names its cipher suite, opens without a name as one of before did, and with another not at all', () => {
    const sealed = fields.seal('a number', place);
    assert.match(sealed, /^v1\.[^.]+\.[^.]+\.[^.]+\.[^.]+\.intl1$/);
    const before = sealed.slice(0, sealed.lastIndexOf('.'));
    assert.equal(fields.open(before, place), 'a number');
    assert.throws(() => fields.open(`${before}.national1`, place), {
      code: 'cipherSuiteUnknown',
      message: 'written with the cipher suite national1, which this version does not know (intl1)',
    });
    for (const wrong of ['', 'Intl1', '__proto__', 'constructor', 'x'.repeat(1000), 'intl1.intl1'])
      assert.throws(
        () => fields.open(`${before}.${wrong}`, place),
        /no possible name|not a sealed field|does not know/,
      );
  });

  it('does not open with another key ring', () => {
    const other = new FieldSealing(ring('other.json'));
    assert.throws(() => other.open(fields.seal('a number', place), place), { code: 'keysUnusable' });
  });

  it('has an index that is the same for the same value and purpose only', () => {
    assert.equal(fields.index('phone', '1'), fields.index('phone', '1'));
    assert.notEqual(fields.index('phone', '1'), fields.index('identityDocument', '1'));
    assert.notEqual(fields.index('phone', '1'), new FieldSealing(ring('other.json')).index('phone', '1'));
  });
});
