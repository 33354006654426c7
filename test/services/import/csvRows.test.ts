import assert from 'node:assert/strict';
import { columns, csvRows, type ReadRow } from '../../../services/import/csvRows.ts';

const header =
  'name,latinName,phone,language,identityDocumentType,identityDocument,transactionPassword,cardNumber,status,freezeReasons';
const good = [
  '李娜',
  'Li Na',
  '+12025550101',
  'zh-Hans',
  'residentIdentityCard',
  '11010519491231002X',
  '246801',
  '6200000000000011114',
  'frozen',
  'dormant;customerRequest',
];
const row = good.join();

/** The rows of a file, given in pieces of so many bytes. */
async function read(file: string | Buffer, pieceSize = 65_536): Promise<ReadRow[]> {
  const bytes = Buffer.from(file);
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += pieceSize) yield bytes.subarray(from, from + pieceSize);
  }
  return (await Array.fromAsync(csvRows(pieces()))).flat();
}
const withCell = (place: number, cell: string) => good.with(place, cell).join();
/** Each row as its line and what is wrong with it. */
const told = async (file: string | Buffer, pieceSize?: number) =>
  (await read(file, pieceSize)).map(({ line, problems }) => `${line} ${problems?.join('; ') ?? 'good'}`);

describe('the rows of a file of cards', () => {
  it('are customers with a card each, under the header that the world relies on', async () => {
    assert.equal(columns.join(), header);
    assert.deepEqual(await read(`${header}\n${row}\n`), [
      {
        line: 2,
        person: {
          name: '李娜',
          latinName: 'Li Na',
          phone: '+12025550101',
          language: 'zh-Hans',
          reserved: {
            identityDocument: { type: 'residentIdentityCard', number: '11010519491231002X' },
            transactionPassword: '246801',
          },
        },
        card: {
          number: '6200000000000011114',
          status: 'frozen',
          freezeReasons: ['dormant', 'customerRequest'],
        },
        verifier: null,
      },
    ]);
  });

  it('have null for what is not reserved', async () => {
    const bare = good.with(4, '').with(5, '').with(6, '').with(8, 'active').with(9, '').join();
    const [only] = await read(`${header}\n${bare}`);
    assert.deepEqual(only?.person?.reserved, { identityDocument: null, transactionPassword: null });
    assert.deepEqual(only?.card?.freezeReasons, []);
  });

  it('are the same with a byte-order mark, CRLF, quotes, spaces around cells, and cut anywhere', async () => {
    const plain = await read(`${header}\n${row}\n`);
    const spaced = good.map((cell) => ` "${cell}" `).join();
    const forms = [`\ufeff${header}\n${row}`, `${header}\r\n${row}\r\n`, `${header}\n${spaced}\n`];
    for (const form of forms)
      for (const pieceSize of [1, 7, 65_536]) assert.deepEqual(await read(form, pieceSize), plain, form);
  });

  const cells: [place: number, cells: string[], problem: RegExp][] = [
    [0, [''], /^name is empty$/],
    [1, ['', '   '], /^latinName is empty$/],
    [2, ['', '2025550101', '+1 202 555 0101'], /^phone is not/],
    [3, ['', 'fr', 'EN'], /^language is none of zh-Hans, zh-Hant, en$/],
    [4, ['libraryCard'], /^identityDocumentType is neither/],
    [4, [''], /^identityDocumentType and identityDocument are not both/],
    [5, [''], /^identityDocumentType and identityDocument are not both/],
    [5, ['110105194912310021', '11010519491331002X', 'A12'], /^identityDocument is neither/],
    [6, ['24680', '2468011', '24680a'], /^transactionPassword is neither empty nor six digits$/],
    [7, ['', '6200000000000011115', '620000000001', '620000000000001111x'], /^cardNumber is not 13 to 19/],
    [8, ['', 'melted'], /^status is none of active, frozen, closed$/],
    [8, ['active', 'closed'], /^a card that is not frozen has freezeReasons$/],
    [9, [''], /^a frozen card has no freezeReasons$/],
    [
      9,
      ['boredom', 'dormant;', 'dormant;dormant', 'dormant|customerRequest'],
      /^freezeReasons is not a list/,
    ],
  ];

  it('are bad with any bad cell, by the line and the column and without the value', async () => {
    for (const [place, values, problem] of cells) {
      for (const value of values) {
        const [before, bad, after] = await read(`${header}\n${row}\n${withCell(place, value)}\n${row}\n`);
        assert.deepEqual([before?.problems, after?.problems], [undefined, undefined]);
        assert.equal(bad?.line, 3);
        assert.equal(bad.problems?.length, 1, bad.problems?.join());
        assert.match(bad.problems?.join() ?? '', problem);
        assert.ok(value.trim().length < 4 || !bad.problems?.join().includes(`${value} `));
        assert.doesNotMatch(bad.problems?.join() ?? '', /\d{5,}/);
      }
    }
  });

  it('are bad with every bad cell at once', async () => {
    const [bad] = await read(`${header}\n${good.with(2, '0').with(6, '1').with(7, '2').join()}\n`);
    assert.deepEqual(
      bad?.problems?.map((problem) => problem.split(' ')[0]),
      ['phone', 'transactionPassword', 'cardNumber'],
    );
  });

  it('keep their line numbers after empty lines and quoted cells with line breaks', async () => {
    for (const end of ['\n', '\r\n']) {
      const broken = withCell(0, `"first${end}${end}third, ""quoted"""`);
      const file = [header, '', broken, '', withCell(0, ''), broken, withCell(2, '0')].join(end);
      const lines = (await told(file, 5)).map((one) => one.split(' ').slice(0, 2).join(' '));
      assert.deepEqual(lines, ['3 good', '7 name', '8 good', '11 phone']);
    }
    const [kept] = await read(`${header}\n${withCell(0, '"a\nb, ""c"""')}`);
    assert.equal(kept?.person?.name, 'a\nb, "c"');
  });

  it('are bad with too few or too many cells', async () => {
    assert.deepEqual(await told(`${header}\n${row},\n${row}\n${good.slice(1).join()}\n`), [
      '2 the row has 11 cells, not 10',
      '3 good',
      '4 the row has 9 cells, not 10',
    ]);
  });

  it('are not read under another header, whatever it holds', async () => {
    const wrong = [row, header.replace('phone', 'Phone'), `${header},more`, header.replaceAll(',', ';')];
    for (const first of wrong) {
      const [only, ...others] = await told(`${first}\n${row}\n`);
      assert.match(only ?? '', /^1 the row is not the header name,latinName,.*; what follows was not read$/);
      assert.deepEqual(others, []);
    }
  });

  it('are missed in an empty file', async () => {
    for (const file of ['', '\ufeff', '\n\n'])
      assert.match((await told(file)).join(), /^1 the row is missing: the file is empty/);
    assert.deepEqual(await read(`${header}\n`), []);
  });

  it('end at what is not UTF-8, by its line, with all before it read', async () => {
    const gbk = Buffer.from([0xc0, 0xee, 0xc4, 0xc8]);
    const file = Buffer.concat([Buffer.from(`${header}\n${row}\n`), gbk, Buffer.from(`${row}\n`)]);
    for (const pieceSize of [1, 65_536])
      assert.deepEqual(await told(file, pieceSize), [
        '2 good',
        '3 the row is not UTF-8; what follows was not read',
      ]);
    const utf16 = Buffer.from(`\ufeff${header}\n${row}\n`, 'utf16le');
    assert.match((await told(utf16)).join(), /^1 the row is not UTF-8/);
  });

  it('end at a broken quotation mark, by the line where its row begins', async () => {
    for (const broken of ['"open', 'li"na', '"Li" Na'])
      for (const pieceSize of [3, 65_536])
        assert.match(
          (await told(`${header}\n${row}\n${withCell(0, broken)}\n${row}\n`, pieceSize)).join('|'),
          /^2 good\|3 the row has a quotation mark where none can be, or one that is never closed; what/,
        );
  });

  it('end at a cell that is longer than any can be', async () => {
    const long = 'x'.repeat(70_000);
    for (const cell of [long, `"${'line\n'.repeat(20_000)}"`, long.repeat(20)])
      assert.match(
        (await told(`${header}\n${row}\n${withCell(0, cell)}\n${row}\n`)).join('|'),
        /^2 good\|3 the row is longer than 65536 bytes/,
      );
  });

  it('are passed over where every cell is empty, as spreadsheets write them below and between', async () => {
    const empty = ',,,,,,,,,';
    assert.deepEqual(await told(`${empty}\n${header}\n${empty}\n${row}\n , ,"",\n${empty}`), ['4 good']);
    assert.deepEqual(await told(`${header}\n${empty}\nbad\n`), ['3 the row has 1 cells, not 10']);
  });

  const headers: [what: string, file: string, cause: RegExp][] = [
    [
      'semicolons',
      `${header.replaceAll(',', ';')}\n`,
      /\(its cells are separated by semicolons: save it with commas/,
    ],
    ['tabs', `${header.replaceAll(',', '\t')}\n`, /\(its cells are separated by tabs: save it with commas/],
    ['no header', `${row}\n`, /\(the header is missing, and the first row is a customer: add the header/],
    ['other letters', `${header.toUpperCase()}\n`, /\(the names differ in capital and small letters\)/],
    ['another order', `${header.split(',').toReversed().join()}\n`, /\(the columns are in another order\)/],
    ['more cells', `${header},,\n`, /\(there are cells without a name after the last column\)/],
    [
      'too few columns',
      `${header.replace('phone,', '').replace('status', 'state')}\n`,
      /\(it lacks phone, status\)/,
    ],
    [
      'too few columns of a protected file',
      `${header.replace('transactionPassword', 'transactionPasswordVerifier').replace('phone,', '')}\n`,
      /\(it lacks phone\)/,
    ],
  ];
  for (const [what, file, cause] of headers)
    it(`are refused with the likely cause where the header does not fit: ${what}`, async () => {
      const [only, ...more] = await told(file);
      assert.deepEqual(more, []);
      assert.match(only ?? '', cause);
      assert.doesNotMatch(only ?? '', /Li Na|246801|6200000000000011114|11010519491231002X/);
    });
});
