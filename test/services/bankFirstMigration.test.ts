import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { openStore } from '../../kit/store/openStore.ts';
import { instant } from '../../kit/time.ts';
import { createBank } from '../../services/bank.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import { seal } from '../../services/contract/sealedEnvelope.ts';
import { rewrap } from '../../services/rewrap.ts';
import { writeKeyRingFile } from '../../services/security/keyRingFile.ts';
import { FailedAttempts } from '../../services/tables/failedAttempt.ts';
import { copyTables } from '../databases/copyTables.ts';
import { type EmptyDatabase, onEachDatabase } from '../databases/databases.ts';
import { migrationNames, migrationsOf, pick, rowsOf, withDataSource } from '../databases/dataSource.ts';
import { shapeOf } from '../databases/shapeOf.ts';
import { asVersionBefore, bankTablesBefore } from '../databases/versionBefore.ts';
import { asChainedAtOnce } from './audit/asChainedAtOnce.ts';
import { firstBadEntry } from './audit/firstBadEntry.ts';
import { browser, liNa, openTestBank, type TestBank, zhaoLei, zhengKai } from './testBank.ts';

const tables = bankTablesBefore;
const item = 'transactionPassword' as const;

onEachDatabase('a bank’s database of the version before', (empty) => {
  /** Where the rows come from that the version before would have written, in the columns that its tables had. */
  let bank: TestBank;
  let old: EmptyDatabase;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    old = await empty();
  });
  /** The version before kept its sealing keys in the key file. */
  async function leavesInKeyFile({ kid }: { kid: string }): Promise<void> {
    const privateKey = await bank.sealingKeys.privateHalf(kid);
    assert.ok(privateKey);
    const pair = { kid, createdAt: instant(bank.now()), privateKey };
    const keys = JSON.parse(readFileSync(bank.keysFile, 'utf8'));
    writeKeyRingFile(bank.keysFile, { ...keys, sealingKeys: [pair] });
  }
  afterEach(async () => {
    await bank.close();
    await old.remove();
  });

  const open = async () => (await openStore(old.url, [bankSchema])).close();
  const look = () =>
    withDataSource(old.url, async (dataSource) => {
      const rows = await Promise.all(tables.map((table) => rowsOf(dataSource, table)));
      return { shape: await shapeOf(dataSource), migrations: await migrationsOf(dataSource), rows };
    });

  it('is taken over as it is, and then no other than a new one', async () => {
    await asVersionBefore(old.url, ['bank']);
    await bank.authenticationRequest(zhaoLei.number);
    await asChainedAtOnce(bank);
    await copyTables(bank.databaseUrl, old.url, tables);
    const was = await look();
    await open();
    const { shape, migrations, rows } = await look();
    assert.deepEqual(shape, await withDataSource(bank.databaseUrl, shapeOf));
    assert.deepEqual(migrations, migrationNames(bankSchema));
    const before = was.rows.map((of) => Object.keys(of[0] ?? {}));
    assert.deepEqual(
      rows.map((of, place) => of.map((row) => pick(row, before[place] ?? []))),
      was.rows,
    );
    await open();
    assert.deepEqual(await look(), { shape, migrations, rows });
  });

  it('lets what was begun be ended, keeps every limit, sends what was promised, and its audit trail holds', async () => {
    const begun = await bank.authenticationRequest(zhaoLei.number);
    const wrong = await bank.authenticationRequest(zhengKai.number);
    await bank.give(wrong, item, '000000');
    const caller = { channel: 'voice', address: 'caller' } as const;
    const asked = { card: await bank.card(liNa.number), userTerminal: caller };
    await bank.customerService.queryCardStatus(asked);
    const { outcome } = await bank.processor.requestUnfreezing({ ...asked, through: 'secureLink' });
    assert.equal(outcome, 'secureLinkSent');
    await asVersionBefore(old.url, ['bank']);
    await asChainedAtOnce(bank);
    await copyTables(bank.databaseUrl, old.url, tables);

    await leavesInKeyFile(begun.sealingKey);
    const store = await openStore(old.url, [bankSchema]);
    try {
      const after = createBank({ ...bank, store, clock: bank.now, pause: async () => {} });
      const trail = await withDataSource(old.url, (dataSource) => rowsOf(dataSource, 'audit_entries'));
      assert.ok(trail.length > 0);
      const envelope = await seal(zhaoLei.transactionPassword, { authenticationRequest: begun, item });
      const of = { authenticationRequest: begun.id, userTerminal: browser, item, envelope };
      assert.equal((await after.processor.giveAuthenticationInformation(of)).outcome, 'unfrozen');
      assert.equal(await store.read((manager) => manager.count(FailedAttempts)), 1);
      assert.equal(await firstBadEntry(store, after.audit), undefined);
      // Customers, cards, the two packages that are left, and the token of the link.
      assert.equal(await rewrap(store, after, () => {}), 10 + 11 + 2 + 1);
      await after.tend();
    } finally {
      await store.close();
    }
  });

  it('is refused where it is older still, and stays as it was', async () => {
    await asVersionBefore(old.url, ['bank'], 'BankSecureLinks1764000100000');
    const was = await withDataSource(old.url, async (dataSource) => [
      await shapeOf(dataSource),
      await migrationsOf(dataSource),
    ]);
    await assert.rejects(open(), /older version.*not done: BankDisownments1764000120000\)/);
    assert.deepEqual(
      await withDataSource(old.url, async (dataSource) => [
        await shapeOf(dataSource),
        await migrationsOf(dataSource),
      ]),
      was,
    );
  });
});
