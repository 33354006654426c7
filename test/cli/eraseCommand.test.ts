import assert from 'node:assert/strict';
import { retentionCommand } from '../../cli/retentionCommand.ts';
import { run } from '../../kit/command.ts';
import { hours } from '../../kit/time.ts';
import { bankTables } from '../../services/bankTables.ts';
import { erasures } from '../../services/erasure/erasures.ts';
import { Cards } from '../../services/tables/card.ts';
import { Customers } from '../../services/tables/customer.ts';
import { OptOutRows } from '../../services/tables/optOut.ts';
import { Outbox } from '../../services/tables/outboxMessage.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { entriesOf } from '../services/audit/trailOf.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { huangXiuying, liNa, openTestBank, type TestBank, zhaoLei } from '../services/testBank.ts';

type Row = { table: string; removed: number; stays: number; why: string | null };

onEachDatabase('thawline retention erase', (empty) => {
  const operator = { who: 'liming', uid: 1001 };
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
  });
  afterEach(() => bank.close());

  async function says(...words: string[]) {
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: bank.databaseUrl, KEYS_FILE: bank.keysFile });
    const program = retentionCommand({ terminal, environment, clock: bank.now, operator });
    return { code: await run(program, words, terminal), ...said };
  }
  async function erased(customer: string, ...words: string[]): Promise<Record<string, Row>> {
    const { code, out, err } = await says('erase', customer, '--json', ...words);
    assert.deepEqual([code, err], [0, '']);
    const rows: Row[] = JSON.parse(out);
    return Object.fromEntries(rows.map((row) => [row.table, row]));
  }
  const customerOf = async (number: string) => {
    const reference = await bank.card(number);
    const card = await bank.store.read((manager) => manager.findOneByOrFail(Cards, { reference }));
    return card.customerId;
  };
  async function closed(number: string): Promise<void> {
    const customerId = await customerOf(number);
    await bank.store.transaction([], (manager) =>
      manager.update(Cards, { customerId }, { status: 'closed' }),
    );
  }

  it('removes whose cards are all closed, with all that is theirs, and leaves nothing of them', async () => {
    const customer = await customerOf(huangXiuying.number);
    const { name, phone } = await bank.store.read(async (manager) => {
      const row = await manager.findOneByOrFail(Customers, { id: customer });
      return { name: row.nameSealed, phone: row.phoneIndex };
    });
    const rows = await erased(customer, '--reason', 'asked for by letter');
    assert.deepEqual([rows.customers?.removed, rows.cards?.removed], [1, 1]);
    const content = (await bank.content()).toString('latin1');
    for (const [what, value] of Object.entries({ name, phone })) assert.ok(!content.includes(value), what);
    const [{ details } = assert.fail()] = await entriesOf(bank, 'customerErased');
    assert.deepEqual(JSON.parse(details), {
      customer,
      removed: ['cards: 1', 'customers: 1'],
      stays: [],
      ...operator,
      by: null,
      why: 'asked for by letter',
    });
    assert.equal((await says('erase', customer)).code, 2);
  });

  it('keeps a customer of whom a card is not closed, with the failures that count, and says why', async () => {
    const customer = await customerOf(zhaoLei.number);
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.give(request, 'transactionPassword', '000000');
    const rows = await erased(customer);
    assert.deepEqual(
      ['frozen_card_records', 'authentication_requests', 'authentication_results'].map(
        (one) => rows[one]?.removed,
      ),
      [1, 1, 1],
    );
    for (const one of ['customers', 'cards', 'card_freezes'])
      assert.match(rows[one]?.why ?? '', /one of their cards is not closed/, one);
    assert.match(rows.failed_attempts?.why ?? '', /nobody may erase/);
    assert.deepEqual(
      await bank.give({ ...request, attempt: 2 }, 'transactionPassword', '000000').catch(({ code }) => code),
      'authenticationRequestUnknown',
    );
    assert.equal(
      (
        await bank.give(
          await bank.authenticationRequest(zhaoLei.number),
          'transactionPassword',
          zhaoLei.transactionPassword,
        )
      ).outcome,
      'unfrozen',
    );
  });

  it('keeps who said STOP, whoever is erased', async () => {
    const customer = await customerOf(liNa.number);
    await bank.optOuts.noteOptOut({ phone: liNa.phone, stopped: true });
    await closed(liNa.number);
    const rows = await erased(customer);
    assert.deepEqual([rows.opt_outs?.removed, rows.opt_outs?.stays], [0, 1]);
    assert.match(rows.opt_outs?.why ?? '', /STOP may not be written to again/);
    assert.equal(rows.customers?.removed, 1);
    assert.equal((await bank.store.read((manager) => manager.find(OptOutRows))).length, 1);
  });

  it('keeps what a receipt needs until it has arrived and can no longer be disowned', async () => {
    const customer = await customerOf(zhaoLei.number);
    const request = await bank.authenticationRequest(zhaoLei.number);
    await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    await closed(zhaoLei.number);
    const rows = await erased(customer);
    assert.deepEqual(
      [rows.outbox?.stays, rows.disownable_unfreezings?.stays, rows.customers?.stays],
      [1, 1, 1],
    );
    assert.match(rows.customers?.why ?? '', /is under way, and needs them/);
    bank.passes(72 * hours);
    const sent = { sentAt: bank.now().toISOString(), arriveBy: null };
    await bank.store.transaction([], (manager) => manager.update(Outbox, { customerId: customer }, sent));
    const later = await erased(customer);
    assert.deepEqual(
      [later.outbox?.removed, later.disownable_unfreezings?.removed, later.customers?.removed],
      [1, 1, 1],
    );
    assert.equal((await says('erase', customer, '--dry-run')).code, 2);
  });

  it('says beforehand what would go, and removes nothing then', async () => {
    const customer = await customerOf(huangXiuying.number);
    const dry = await erased(customer, '--dry-run');
    assert.equal(dry.customers?.removed, 1);
    const { out } = await says('erase', customer, '--dry-run');
    assert.match(out, /^what +goes +stays +why\n/);
    assert.match(out, /\n2 rows would be removed, 0 must stay\n$/);
    assert.deepEqual(await erased(customer), dry);
    assert.deepEqual((await entriesOf(bank, 'customerErased')).length, 1);
  });
});

describe('the erasures', () => {
  it('speak of every table of the bank’s side, each once', () => {
    const names = (tables: readonly { rows: { options: { name: string } } }[]) =>
      tables.map(({ rows }) => rows.options.name).sort();
    assert.deepEqual(names(erasures), names(bankTables));
  });

  it('say of each what goes, or why nothing does', () => {
    for (const { rows, goes, stays, nobodys = '' } of erasures)
      assert.ok(goes || stays || nobodys.length > 10, rows.options.name);
  });
});
