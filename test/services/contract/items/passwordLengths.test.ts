import assert from 'node:assert/strict';
import * as z from 'zod';
import { secretsIn } from '../../../../bot/terminal/secretsInText.ts';
import { languages } from '../../../../kit/language.ts';
import { passwordLengthsShape } from '../../../../services/contract/passwordLengths.ts';
import { checkTypedItem } from '../../../../services/contract/typedItem.ts';
import { csvRows } from '../../../../services/import/csvRows.ts';
import { FormWords } from '../../../../services/secureForm/formWords.ts';
import { passwordFacts } from '../../../../words/passwordLength.ts';

const setting = z.object(passwordLengthsShape);
const lengths = { shortest: 4, longest: 8 };

describe('the lengths of transaction passwords', () => {
  it('are one number of digits or two, from 4 to 12, and six where nothing is said', () => {
    const read = (text?: string) => setting.safeParse({ PASSWORD_LENGTHS: text }).data?.PASSWORD_LENGTHS;
    assert.deepEqual(read(), { shortest: 6, longest: 6 });
    assert.deepEqual(read('8'), { shortest: 8, longest: 8 });
    assert.deepEqual(read(' 4-8 '), lengths);
    assert.deepEqual(read('4-12'), { shortest: 4, longest: 12 });
    for (const wrong of ['3', '13', '8-4', '4-13', '4,8', 'six', '', '-6'])
      assert.equal(read(wrong), undefined, wrong);
  });

  it('decide what is too short or too long, however it was typed', () => {
    const check = (typed: string) => checkTypedItem('transactionPassword', typed, lengths);
    for (const right of ['4711', '４７１１', '12 34 56', '80246135'])
      assert.equal(check(right).problem, undefined);
    assert.deepEqual(check('471'), { problem: 'length', count: 3 });
    assert.deepEqual(check('123456789'), { problem: 'length', count: 9 });
    assert.deepEqual(checkTypedItem('transactionPassword', '4711'), { problem: 'length', count: 4 });
  });

  it('are said in each language, and in the fields of the page of a link', () => {
    const said = languages.map((language) => Object.values(passwordFacts(language, lengths)).join(', '));
    assert.deepEqual(said, ['4 至 8 位, 4 至 8', '4 至 8 位數, 4 至 8', '4- to 8-digit, 4 to 8']);
    const open = {
      link: {
        lastFour: '1114',
        channel: 'webChat',
        askedAt: '2026-11-24T08:00:00.000Z',
        expiresAt: '2026-11-24T08:10:00.000Z',
      },
      freezes: [],
      authenticationRequest: { attemptsLeft: 3 },
    } as unknown as Parameters<FormWords['view']>[0];
    const fieldOf = (passwordLengths?: typeof lengths) => {
      const letterhead = { timeZone: 'Asia/Shanghai', agentPhone: undefined };
      const words = new FormWords({ ...letterhead, ...(passwordLengths && { passwordLengths }) });
      const view = words.view(open, 'en');
      return view.outcome === 'open' ? view.words.fields.transactionPassword : assert.fail();
    };
    assert.equal(fieldOf(lengths).hint, 'The 4 to 8 digits that you use for payments and withdrawals');
    assert.match(fieldOf(lengths).problems.length ?? '', /has 4 to 8 digits, and this has \{\{count\}\}/);
    assert.match(fieldOf().hint, /^The 6 digits/);
  });

  it('decide which bare numbers are taken for one, four alone excepted: those are the last of a card', () => {
    const kinds = (text: string, passwordLengths?: typeof lengths) =>
      secretsIn(text, { cardNumberAsked: false, passwordLengths }).map(({ kind }) => kind);
    assert.deepEqual(kinds('80246135', lengths), ['stray']);
    assert.deepEqual(kinds('80246', lengths), ['stray']);
    assert.deepEqual(kinds('4711', lengths), []);
    assert.deepEqual(kinds('80246135'), []);
    assert.deepEqual(kinds('802461'), ['stray']);
  });

  it('refuse a row of an import with another', async () => {
    const header =
      'name,latinName,phone,language,identityDocumentType,identityDocument,transactionPassword,cardNumber,status,freezeReasons';
    const row = (password: string) => `李娜,Li Na,+12025550101,en,,,${password},6200000000000011114,active,`;
    async function* file(password: string) {
      yield Buffer.from(`${header}\n${row(password)}\n`);
    }
    const problems = async (password: string, of?: typeof lengths) =>
      (await Array.fromAsync(csvRows(file(password), of))).flat().flatMap((one) => one.problems ?? []);
    assert.deepEqual(await problems('80246135', lengths), []);
    assert.deepEqual(await problems('123', lengths), [
      'transactionPassword is neither empty nor 4 to 8 digits',
    ]);
    assert.deepEqual(await problems('123456789', lengths), [
      'transactionPassword is neither empty nor 4 to 8 digits',
    ]);
    assert.deepEqual(await problems('80246135'), ['transactionPassword is neither empty nor six digits']);
  });
});
