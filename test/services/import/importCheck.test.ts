import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile, together } from '../../../services/import/importFile.ts';
import { Cards } from '../../../services/tables/card.ts';
import { askedOf } from '../../bot/turn/askedOf.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { anOperator } from '../anOperator.ts';
import { cardFile, cardNumber, cardRow } from '../cardSystem/cardFiles.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { openTestBank, type TestBank } from '../testBank.ts';

onEachDatabase('the check of the rows of a file of cards', (empty) => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'cards.csv');
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty, customers: [] });
  });
  afterEach(() => bank.close());
  after(() => folder.remove());

  const phone = (count: number) => `+1${2_000_000_000 + count}`;
  /** Rows of a customer and a card each. */
  const ofTwoBatches = Array.from({ length: together + 50 }, (_, count) =>
    cardRow({ phone: phone(count), cardNumber: cardNumber(count) }),
  );
  const bad: string[] = [];
  const imports = (rows: string[]) => {
    bad.length = 0;
    writeFileSync(file, cardFile(rows));
    const badRow = (row: { line: number; problems: string[] }) =>
      bad.push(`${row.line}: ${row.problems.join('; ')}`);
    const options = { by: anOperator, clock: bank.now, takesPasswords: true, badRow };
    return importFile({ ...bank, ...options, progress: () => {}, notice: () => {} }, file);
  };
  const count = () => bank.store.read((manager) => manager.count(Cards));

  it('asks the database for the cards and the customers of a batch at once', async () => {
    for (const when of ['the first time', 'when all are there']) {
      const asked = await askedOf(bank.store, () => imports(ofTwoBatches));
      const from = (table: string) =>
        asked.filter(({ statement }) => statement.includes(`FROM "${table}"`)).length;
      assert.deepEqual([from('cards'), from('customers')], [2, 2], when);
    }
  });

  it('asks for nothing where no row of a batch is good', async () => {
    const rows = [cardRow({ cardNumber: '12' })];
    const asked = await askedOf(bank.store, () => rejectsWith('messageInvalid', imports(rows)));
    assert.deepEqual(asked, []);
  });

  it('refuses what contradicts a row of an earlier batch, and gives its customer a further card', async () => {
    const further = cardRow({ phone: phone(0), cardNumber: cardNumber(2000) });
    const { length } = ofTwoBatches;
    const contradicting = [
      cardRow({ phone: phone(5000), cardNumber: cardNumber(0) }),
      cardRow({ phone: phone(0), name: '李', cardNumber: cardNumber(1) }),
    ];
    await rejectsWith('messageInvalid', imports([...ofTwoBatches, further, ...contradicting]));
    assert.deepEqual(bad, [
      `${length + 3}: cardNumber is the one of line 2`,
      `${length + 4}: cardNumber is the one of line 3; name differs from the customer with this phone in line 2`,
    ]);
    assert.equal(await count(), 0);
    assert.deepEqual(await imports([...ofTwoBatches, further]), {
      customers: length,
      cards: length + 1,
      already: 0,
    });
    assert.equal(await count(), length + 1);
  });
});
