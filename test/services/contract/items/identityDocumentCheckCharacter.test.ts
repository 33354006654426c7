import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  checkIdentityDocument,
  type IdentityDocumentType,
} from '../../../../services/contract/items/identityDocument.ts';

const isOf = (type: IdentityDocumentType, number: string) => {
  const checked = checkIdentityDocument(number);
  return checked.problem === undefined && checked.type === type;
};
const endings = (type: IdentityDocumentType, start: string, last: string) =>
  [...last].map((character) => start + character).filter((number) => isOf(type, number));

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const changed = (number: string, place: number, to: string) =>
  number.slice(0, place) + to + number.slice(place + 1);

describe('the check character of a resident identity card', () => {
  const birthday = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2026-11-24'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
  const start = fc
    .tuple(fc.integer({ min: 100_000, max: 999_999 }), birthday, digits(3))
    .map((parts) => parts.join(''));
  const fitting = (body: string) => endings('residentIdentityCard', body, '0123456789X');

  it('is one of eleven', () => {
    fc.assert(fc.property(start, (body) => assert.equal(fitting(body).length, 1)));
  });

  it('finds every change of a single character', () => {
    fc.assert(
      fc.property(start, (body) => {
        const [number = ''] = fitting(body);
        for (const [place, character] of [...number].entries()) {
          for (const other of '0123456789X'.replace(character, '')) {
            const wrong = changed(number, place, other);
            assert.notEqual(checkIdentityDocument(wrong).problem, undefined, wrong);
          }
        }
      }),
    );
  });

  it('finds any two different neighbours that changed places', () => {
    fc.assert(
      fc.property(start, (body) => {
        const [number = ''] = fitting(body);
        for (let place = 0; place < 17; place++) {
          const [one = '', next = ''] = number.slice(place, place + 2);
          const wrong = number.slice(0, place) + next + one + number.slice(place + 2);
          if (one !== next) assert.notEqual(checkIdentityDocument(wrong).problem, undefined, wrong);
        }
      }),
    );
  });
});

describe('the check character of a Hong Kong identity card', () => {
  const start = fc.tuple(letter, fc.option(letter, { nil: '' }), digits(6)).map((parts) => parts.join(''));
  const fitting = (body: string) => endings('hongKongIdentityCard', body, '0123456789A');

  it('is one of eleven', () => {
    fc.assert(fc.property(start, (body) => assert.equal(fitting(body).length, 1)));
  });

  it('finds every change of a single digit', () => {
    fc.assert(
      fc.property(start, (body) => {
        const [number = ''] = fitting(body);
        for (let place = number.length - 7; place < number.length; place++) {
          for (const other of '0123456789'.replace(number[place] ?? '', '')) {
            const wrong = changed(number, place, other);
            assert.equal(isOf('hongKongIdentityCard', wrong), false, wrong);
          }
        }
      }),
    );
  });

  it('is what tells the card from a passport of the same form', () => {
    assert.deepEqual(checkIdentityDocument('A1234564'), { type: 'passport', value: 'A1234564' });
    assert.deepEqual(checkIdentityDocument('AB9876544'), { type: 'passport', value: 'AB9876544' });
  });

  it('is wrong where it is an A that does not fit, which no passport has', () => {
    const [problem, type] = ['checkCharacter', 'hongKongIdentityCard'];
    assert.deepEqual(checkIdentityDocument('A123456(A)'), { problem, type, count: 8 });
    assert.deepEqual(checkIdentityDocument('AB987654(A)'), { problem, type, count: 9 });
  });
});

describe('the check digit of a Taiwan identity card', () => {
  const start = fc.tuple(letter, fc.constantFrom(...'1289ABCD'), digits(7)).map((parts) => parts.join(''));

  it('is one of ten', () => {
    const fitting = (body: string) => endings('taiwanIdentityCard', body, '0123456789');
    fc.assert(fc.property(start, (body) => assert.equal(fitting(body).length, 1)));
  });

  it('is wrong in every number with another last digit', () => {
    for (const last of '012345678') {
      const wrong = { problem: 'checkCharacter', type: 'taiwanIdentityCard', count: 10 };
      assert.deepEqual(checkIdentityDocument(`A12345678${last}`), wrong);
    }
  });

  it('tells the letters apart by their own order, where I, O, W and Z come late', () => {
    const known = ['A123456789', 'I123456781', 'O123456782', 'W123456789', 'X123456787', 'Z123456780'];
    for (const number of known) assert.equal(isOf('taiwanIdentityCard', number), true, number);
  });
});
