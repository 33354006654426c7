// Guards money: an entry of an unfreezing that is taken away before it is chained is missed.
import assert from 'node:assert/strict';
import { hours, seconds } from '../../kit/time.ts';
import { AuditEntries, AuditTail } from '../../services/tables/auditEntry.ts';
import { AuthenticationRequests } from '../../services/tables/authenticationRequest.ts';
import { DisownableUnfreezings } from '../../services/tables/disownableUnfreezing.ts';
import { Outbox } from '../../services/tables/outboxMessage.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { AnchoredTrail } from '../services/audit/anchoredTrail.ts';
import { asChainedAtOnce } from '../services/audit/asChainedAtOnce.ts';
import { openTestBank, type TestBank, zhaoLei } from '../services/testBank.ts';

onEachDatabase('npm run audit -- verify, with entries that wait', (empty) => {
  let bank: TestBank;
  let trail: AnchoredTrail;
  beforeEach(async () => {
    bank = await openTestBank({ empty });
    trail = AnchoredTrail.around(bank);
    await trail.anchoring().anchorHead();
    const request = await bank.authenticationRequest(zhaoLei.number);
    const { outcome } = await bank.give(request, 'transactionPassword', zhaoLei.transactionPassword);
    assert.equal(outcome, 'unfrozen');
  });
  afterEach(() => trail.close());

  const change = (work: Parameters<typeof bank.store.transaction>[1]) => bank.store.transaction([], work);
  const isBroken = async (reason: RegExp) => {
    const { code, err } = await trail.verify();
    assert.match(err, reason);
    assert.equal(code, 1);
  };
  const takesAway = () => change((manager) => manager.delete(AuditTail, { action: 'cardUnfrozen' }));

  it('says how many there are and for how long, and that they hold', async () => {
    bank.passes(12 * seconds);
    const { code, out, err } = await trail.verify();
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^0 entries hold\n/);
    assert.match(out, /\n4 entries wait to be chained, the oldest for 12 s\n/);
    await bank.chaining.chain();
    const after = await trail.verify();
    assert.equal(after.code, 0);
    assert.match(after.out, /^4 entries hold\n/);
    assert.doesNotMatch(after.out, /wait/);
  });

  it('finds one that was changed', async () => {
    await change((manager) => manager.update(AuditTail, { action: 'cardUnfrozen' }, { details: '{}' }));
    await isBroken(/^1 entry that waits was changed, or put in, or written under another audit key/);
  });

  it('misses one that was taken away, also when all others are chained', async () => {
    await takesAway();
    await isBroken(
      /^an entry is missing: an authentication request that unfroze a card \([\w-]{36}\) has no entry/,
    );
    await bank.chaining.chain();
    await isBroken(/^an entry is missing: /);
  });

  it('misses it by the receipt alone', async () => {
    await takesAway();
    await change(async (manager) => {
      await manager.update(AuthenticationRequests, { state: 'unfrozen' }, { state: 'over' });
      await manager.clear(DisownableUnfreezings);
    });
    await isBroken(/^an entry is missing: a receipt \(2026\S+Z\) has no entry/);
  });

  it('misses it by what can be disowned alone', async () => {
    await takesAway();
    await change(async (manager) => {
      await manager.update(AuthenticationRequests, { state: 'unfrozen' }, { state: 'over' });
      await manager.clear(Outbox);
    });
    await isBroken(
      /^an entry is missing: an unfreezing that can be disowned \(card_\S+ 2026\S+Z\) has no entry/,
    );
  });

  it('counts: two receipts of one moment need two entries', async () => {
    await change(async (manager) => {
      const [receipt] = await manager.find(Outbox);
      assert.ok(receipt);
      await manager.insert(Outbox, { ...receipt, id: 'another' });
    });
    await isBroken(/^an entry is missing: a receipt /);
  });

  it('holds in a database of the version before, and where what was unfrozen is long ago', async () => {
    await bank.chaining.chain();
    await asChainedAtOnce(bank);
    assert.equal((await trail.verify()).code, 0);
    await change((manager) => manager.delete(AuditEntries, { action: 'cardUnfrozen' }));
    await isBroken(/missing/);
    bank.passes(73 * hours);
    const { number } = await bank.store.read((manager) => bank.audit.head(manager));
    assert.equal(number, 3);
    assert.equal((await trail.verify()).code, 0);
  });
});
