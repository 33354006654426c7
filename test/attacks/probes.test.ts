import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { cardNumber } from '../services/cardSystem/cardFiles.ts';
import { ProductionBank } from './productionBank.ts';

const card = {
  language: 'en',
  phone: '+12025550171',
  cardNumber: cardNumber(1),
  transactionPassword: '802461',
  status: 'frozen',
  freezeReasons: 'abnormalTransaction',
};

describe('who asks again and again whether the service is ready', function () {
  this.timeout(120_000);
  let bank: ProductionBank;
  before(async () => {
    bank = await ProductionBank.opened([card]);
  });
  after(() => bank.close());

  const file = () => join(bank.folder, 'data/thawline.db');
  const ready = async () => (await bank.text('GET', '/readyz')).status;
  /** Asks until the answer is another. */
  async function until(status: number): Promise<void> {
    while ((await ready()) !== status);
  }

  it('has it write nothing, a thousand times at once either', async () => {
    const size = () => statSync(`${file()}-wal`).size;
    await ready();
    const before = size();
    for (let round = 0; round < 20; round++) await Promise.all(Array.from({ length: 50 }, ready));
    // A page of the log and its head, for what is written once in ten seconds where nobody else writes.
    const writes = Math.ceil((size() - before) / 4_096);
    assert.ok(writes < 50, `${writes} pages for a thousand probes`);
  });

  it('is told that it is not while the database takes no writes, and that it is again', async () => {
    const database = await new DataSource({ type: 'better-sqlite3', database: file() }).initialize();
    await database.query('BEGIN IMMEDIATE');
    try {
      await until(503);
      assert.equal((await bank.text('GET', '/healthz')).status, 200, 'it lives');
      const { status } = await bank.from('203.0.113.1').call('POST', '/v3/directline/conversations', {});
      assert.ok(status >= 400, 'nobody is told that something was done');
    } finally {
      await database.query('ROLLBACK');
      await database.destroy();
    }
    await until(200);
    await bank.from('203.0.113.1').start();
  });
});
