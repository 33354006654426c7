import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  checkIdentityDocument,
  type IdentityDocumentProblem,
  type IdentityDocumentType,
} from '../../../../services/contract/items/identityDocument.ts';

/** Published specimens; the passports and permits are made up. */
const documents: Record<IdentityDocumentType, string[]> = {
  residentIdentityCard: [
    '11010519491231002X',
    '440524188001010014',
    '810000199408230021',
    '830000199201300022',
  ],
  hongKongIdentityCard: ['A1234563', 'G123456A', 'L5555550', 'AB9876543'],
  taiwanIdentityCard: ['A123456789', 'F131104093', 'A800000014', 'FA12345689', 'AC01234567'],
  travelPermit: ['H12345678', 'M87654321', 'H1234567890', '12345678'],
  passport: ['E12345678', 'EA1234567', 'G12345678', 'D1234567'],
};
const types = Object.keys(documents) as IdentityDocumentType[];
const numbers = Object.values(documents).flat();

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

describe('an identity document', () => {
  for (const type of types) {
    it(`is recognised as ${type} by its form`, () => {
      for (const number of documents[type])
        assert.deepEqual(checkIdentityDocument(number), { type, value: number });
    });
  }

  const ways: [way: string, typed: string, number: string][] = [
    ['with a small x', '11010519491231002x', '11010519491231002X'],
    ['with a full-width x', '１１０１０５１９４９１２３１００２ｘ', '11010519491231002X'],
    ['with the Roman ten that some keyboards offer', '11010519491231002Ⅹ', '11010519491231002X'],
    ['in groups', '110105 19491231 002X', '11010519491231002X'],
    ['in Chinese digits', '一一〇一〇五一九四九一二三一〇〇二X', '11010519491231002X'],
    ['with its check digit in brackets', 'g123456(a)', 'G123456A'],
    ['with full-width brackets', 'Ａ１２３４５６（３）', 'A1234563'],
    ['with square brackets or a slash', 'A123456[3]/', 'A1234563'],
  ];
  for (const [way, typed, number] of ways) {
    it(`is read when it is written ${way}`, () => {
      const checked = checkIdentityDocument(typed);
      assert.equal(checked.problem === undefined && checked.value, number);
    });
  }

  it('has one normal form, however it is spaced, capitalised or widened', () => {
    const gap = fc.constantFrom('', '', ' ', '-', '–', '\u3000', '\u200b', '\n', '.', '·', '(', ')', '（');
    const look = fc.constantFrom(...[(a: string) => a, (a: string) => a.toLowerCase(), fullWidth]);
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.infiniteStream(gap),
        fc.infiniteStream(look),
        (number, gaps, looks) => {
          const typed = [...number].map((one) => looks.next().value(one) + gaps.next().value).join('');
          assert.deepEqual(checkIdentityDocument(typed), checkIdentityDocument(number));
        },
      ),
    );
  });

  const refused: [what: string, typed: string, problem: IdentityDocumentProblem, count: number][] = [
    ['nothing', '', 'length', 0],
    ['the 15 digits of before 1999', '110105491231002', 'length', 15],
    ['16 characters', '1101051949123100', 'length', 16],
    ['17 characters', '11010519491231002', 'length', 17],
    ['19 characters', '11010519491231002X0', 'length', 19],
    ['9 digits', '123456789', 'length', 9],
    ['a wrong check digit', '110105194912310021', 'checkCharacter', 18],
    ['an X where a digit belongs', '44052418800101001X', 'checkCharacter', 18],
    ['an X inside', '1101051949123X0021', 'characters', 18],
    ['a letter at the end', '11010519491231002A', 'characters', 18],
    ['a multiplication sign', '11010519491231002×', 'characters', 18],
    ['a zero in front', '010105194912310021', 'characters', 18],
    ['18 letters', 'residentidentityxx', 'characters', 18],
    ['a thirteenth month', '110105194913310021', 'birthDate', 18],
    ['a month zero', '110105194900310021', 'birthDate', 18],
    ['a 31st of November', '110105194911310021', 'birthDate', 18],
    ['a leap day in a common year', '110105190002290021', 'birthDate', 18],
    ['a day zero', '110105194912000021', 'birthDate', 18],
  ];
  for (const [what, typed, problem, count] of refused) {
    it(`is not ${what}`, () => {
      assert.deepEqual(checkIdentityDocument(typed), { problem, type: 'residentIdentityCard', count });
    });
  }

  const lettered: [string, number][] = [
    ['E123456', 7],
    ['A12345678901', 12],
    ['XYZ1234567', 10],
    ['A12345b(3)', 8],
  ];
  for (const [typed, count] of lettered) {
    it(`is not ${typed}, which begins with a letter and is no document's form`, () => {
      assert.deepEqual(checkIdentityDocument(typed), { problem: 'lettered', type: 'passport', count });
    });
  }
});
