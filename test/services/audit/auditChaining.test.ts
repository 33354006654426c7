import assert from 'node:assert/strict';
import pino from 'pino';
import sinon from 'sinon';
import { openStore } from '../../../kit/store/openStore.ts';
import type { Store } from '../../../kit/store/store.ts';
import { hours } from '../../../kit/time.ts';
import { AuditChaining } from '../../../services/audit/auditChaining.ts';
import { keepChaining } from '../../../services/audit/keepChaining.ts';
import { bankSchema } from '../../../services/bankSchema.ts';
import { AuditEntries, AuditTail } from '../../../services/tables/auditEntry.ts';
import { statementsOf } from '../../bot/turn/statementsOf.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { emptyPostgres } from '../../databases/postgres.ts';
import { tripsOf } from '../../databases/tripsOf.ts';
import { rejectsWith } from '../rejectsWith.ts';
import { openTestBank, type TestBank } from '../testBank.ts';
import { asChainedAtOnce } from './asChainedAtOnce.ts';
import { firstBadEntry } from './firstBadEntry.ts';

async function writesTo(bank: TestBank, cards: readonly string[], store = bank.store): Promise<void> {
  await store.transaction([], async (manager) => {
    for (const card of cards) await bank.audit.write(manager, bank.now(), 'cardUnfrozen', { card });
  });
}
const numbered = (count: number, name = 'card') =>
  Array.from({ length: count }, (_, number) => `${name} ${number}`);
const chained = async ({ store }: TestBank) => {
  const entries = await store.read((manager) => manager.find(AuditEntries, { order: { number: 'ASC' } }));
  return entries.map(({ details }) => JSON.parse(details).card);
};

onEachDatabase('the entries that wait to be chained', (empty) => {
  let bank: TestBank;
  beforeEach(async () => {
    bank = await openTestBank({ customers: [], empty });
  });
  afterEach(() => bank.close());

  it('commit without a place, and get one in the order in which they were written', async () => {
    await writesTo(bank, numbered(12));
    assert.deepEqual(await chained(bank), []);
    assert.deepEqual(await bank.chaining.waiting(), { count: 12, since: bank.now().toISOString() });
    await bank.chaining.chain();
    assert.deepEqual(await chained(bank), numbered(12));
    assert.deepEqual(await bank.chaining.waiting(), { count: 0, since: undefined });
    assert.equal(await firstBadEntry(bank.store, bank.audit), undefined);
  });

  it('share one transaction, and cost none where there are none', async () => {
    const reads = ['audit_entries', 'audit_tail', 'audit_base'];
    const writes = [
      'INSERT audit_entries',
      'INSERT bank_events',
      'INSERT bank_event_hours',
      'DELETE audit_tail',
    ];
    for (let time = 0; time < 2; time++) {
      await writesTo(bank, numbered(100));
      const chaining = await statementsOf(bank.store, () => bank.chaining.chain());
      const each = { ...chaining, writes: [...new Set(chaining.writes)] };
      assert.deepEqual(each, { reads, writes, commits: 1 });
    }
    const none = { reads, writes: [], commits: 0 };
    assert.deepEqual(await statementsOf(bank.store, () => bank.chaining.chain()), none);
  });

  it('are waited for by others for one round trip, the look before it', async () => {
    await writesTo(bank, numbered(100));
    const trips = await tripsOf(() => bank.chaining.chain());
    assert.equal(trips, bank.store.hasOneWriter ? 0 : 2);
  });

  it('get one place each where another process chains between the look and the writing', async () => {
    await writesTo(bank, numbered(3));
    const overtaken = sinon.stub().callsFake(async () => {
      await bank.chaining.chain();
      await writesTo(bank, ['card 3']);
    });
    overtaken.onSecondCall().resolves();
    const transaction: Store['transaction'] = async (...given) => {
      await overtaken();
      return bank.store.transaction(...given);
    };
    const read: Store['read'] = (work) => bank.store.read(work);
    const store = { read, transaction } as Store;
    await new AuditChaining({ store, audit: bank.audit }).chain();
    assert.equal(overtaken.callCount, 2);
    assert.deepEqual(await chained(bank), numbered(4));
    assert.equal(await firstBadEntry(bank.store, bank.audit), undefined);
  });

  it('are chained by the next process where the one that wrote them died an hour ago, however many', async () => {
    await writesTo(bank, numbered(1001));
    bank.passes(1 * hours);
    const { since } = await bank.chaining.waiting();
    assert.equal(bank.now().getTime() - Date.parse(since ?? ''), 1 * hours);
    await new AuditChaining(bank).chain();
    assert.deepEqual(await chained(bank), numbered(1001));
    assert.equal(await firstBadEntry(bank.store, bank.audit), undefined);
  });

  it('stay where they are if somebody has changed them or put them in; all others are chained', async () => {
    await writesTo(bank, numbered(3));
    await bank.store.transaction([], async (manager) => {
      const details = '{"card":"card 1"}';
      await manager.update(AuditTail, { details }, { details: '{"card":"other"}' });
      const put = { id: 'put in', at: bank.now().toISOString(), action: 'cardUnfrozen', details, mac: 'x' };
      await manager.insert(AuditTail, put);
    });
    await rejectsWith('auditTrailBroken', bank.chaining.chain());
    await rejectsWith('auditTrailBroken', bank.chaining.chain());
    assert.deepEqual(await chained(bank), ['card 0', 'card 2']);
    assert.equal((await bank.chaining.waiting()).count, 2);
    await writesTo(bank, ['card 3']);
    await assert.rejects(bank.chaining.chain(), /^\S+: 2 entries that wait/);
    assert.deepEqual(await chained(bank), ['card 0', 'card 2', 'card 3']);
  });

  it('are chained once, also where somebody puts one back that was chained', async () => {
    await writesTo(bank, numbered(2));
    const kept = await bank.store.read((manager) => manager.find(AuditTail));
    await bank.chaining.chain();
    await bank.store.transaction([], (manager) => manager.insert(AuditTail, kept));
    await rejectsWith('auditTrailBroken', bank.chaining.chain());
    assert.deepEqual(await chained(bank), numbered(2));
  });

  it('are not chained under the hash of a chain for their own MAC', async () => {
    await writesTo(bank, ['card 0']);
    await bank.chaining.chain();
    const {
      number: _,
      hash,
      id,
      ...entry
    } = await bank.store.read((manager) => manager.findOneByOrFail(AuditEntries, { number: 1 }));
    await bank.store.transaction([], (manager) =>
      manager.insert(AuditTail, { ...entry, id: id ?? '', mac: hash }),
    );
    await rejectsWith('auditTrailBroken', bank.chaining.chain());
  });

  it('go on in the chain of a version that chained each at once', async () => {
    await writesTo(bank, numbered(3));
    await bank.chaining.chain();
    await asChainedAtOnce(bank);
    await writesTo(bank, ['card 3']);
    await bank.chaining.chain();
    assert.deepEqual(await chained(bank), numbered(4));
    assert.equal(await firstBadEntry(bank.store, bank.audit), undefined);
    await bank.store.transaction([], (manager) => manager.update(AuditEntries, { number: 4 }, { id: null }));
    assert.equal(await firstBadEntry(bank.store, bank.audit), 4, 'its id counts');
  });
});

describe('two processes on one PostgreSQL that chain at the same moment', () => {
  it('give each entry one place, while both write', async () => {
    const bank = await openTestBank({ customers: [], empty: emptyPostgres });
    const store = await openStore(bank.databaseUrl, [bankSchema]);
    try {
      const workers = [new AuditChaining(bank), new AuditChaining({ store, audit: bank.audit })];
      const rounds = Array.from({ length: 20 }, async (_, round) => {
        await writesTo(bank, numbered(10, `round ${round}`), round % 2 === 0 ? bank.store : store);
        await Promise.all(workers.map((worker) => worker.chain()));
      });
      await Promise.all(rounds);
      const cards = await chained(bank);
      assert.equal(cards.length, 200);
      assert.equal(new Set(cards).size, 200);
      assert.equal(await firstBadEntry(bank.store, bank.audit), undefined);
    } finally {
      await store.close();
      await bank.close();
    }
  });
});

describe('keeping on chaining', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => clock.restore());

  const now = new Date('2026-11-30T12:00:00.000Z');
  /** @param waits the entry that waits longest, at each look */
  function kept(waits: () => string | undefined, at = now) {
    const lines: string[] = [];
    const log = pino({}, { write: (line: string) => lines.push(line) });
    const chain = sinon.stub().resolves();
    const longestWaiting = async () => {
      const id = waits();
      return id === undefined ? undefined : { id, at: at.toISOString() };
    };
    const stop = keepChaining({ chaining: { chain, longestWaiting }, clock: () => now, log });
    return { chain, stop, lines };
  }

  it('chains what has waited since the look before, within a second, and leaves what has just come', async () => {
    let entry: string | undefined;
    const { chain, stop } = kept(() => entry);
    await clock.tickAsync(2000);
    assert.equal(chain.callCount, 0);
    entry = 'one';
    await clock.tickAsync(600);
    assert.equal(chain.callCount, 1);
    // As where another process chains: each look finds another entry.
    let looks = 0;
    const others = kept(() => `entry ${looks++}`);
    await clock.tickAsync(3000);
    assert.equal(others.chain.callCount, 0);
    await Promise.all([stop(), others.stop()]);
    assert.equal(others.chain.callCount, 1, 'the last round leaves nothing');
  });

  it('chains where each look finds an entry of long ago, which somebody may have put in', async () => {
    let looks = 0;
    const { chain, stop } = kept(() => `entry ${looks++}`, new Date(now.getTime() - 1001));
    await clock.tickAsync(900);
    assert.equal(chain.callCount, 4);
    await stop();
  });

  it('says once what goes wrong, and ends with a last round', async () => {
    const { chain, stop, lines } = kept(() => 'one');
    chain.rejects(new Error('the disk is full'));
    await clock.tickAsync(1000);
    assert.equal(chain.callCount, 3);
    assert.equal(lines.length, 1);
    chain.resolves();
    await clock.tickAsync(1000);
    chain.rejects(new Error('the disk is full'));
    await clock.tickAsync(1000);
    assert.equal(lines.length, 2);
    const { callCount } = chain;
    await stop();
    await clock.tickAsync(1000);
    assert.equal(chain.callCount, callCount + 1);
  });
});
