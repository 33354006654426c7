import assert from 'node:assert/strict';
import { sentence } from '../../kit/sentence.ts';

describe('a sentence of the catalogue', () => {
  it('is filled in at each of its places, as often as it is said', () => {
    const said = sentence('{{first}} and {{second}}, {{first}}!');
    assert.equal(said({ first: 'one', second: 2 }), 'one and 2, one!');
    assert.equal(said({ first: '', second: 0 }), ' and 0, !');
    assert.equal(sentence('nothing to fill in')({ more: 'x' }), 'nothing to fill in');
  });

  it('reads nothing in what is filled in', () => {
    assert.equal(sentence('{{name}}.')({ name: '{{other}} $& $1', other: 'x' }), '{{other}} $& $1.');
  });

  it('is not said where a fact that it names is missing, nor with one of every object’s own', () => {
    assert.throws(() => sentence('until {{time}}')({}), /not given: \{\{time\}\}/);
    assert.throws(() => sentence('until {{toString}}')({}), /not given/);
  });
});
