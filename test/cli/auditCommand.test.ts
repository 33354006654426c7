import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { MoreThan } from 'typeorm';
import { AuditEntries } from '../../services/tables/auditEntry.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { AnchoredTrail } from '../services/audit/anchoredTrail.ts';
import { firstBadEntry } from '../services/audit/firstBadEntry.ts';

onEachDatabase('thawline audit verify', (empty) => {
  let trail: AnchoredTrail;
  beforeEach(async () => {
    trail = await AnchoredTrail.of(empty);
    const anchoring = trail.anchoring();
    // The anchors are of the entries 0 (as a first start makes it), 3, 6 and 9.
    await anchoring.anchorHead();
    for (let count = 0; count < 3; count++) await trail.grows(3, anchoring);
  });
  afterEach(() => trail.close());

  async function isBad(reason: RegExp, holding: number) {
    const { code, out, err } = await trail.verify();
    assert.match(err, reason);
    const [, found] = /^(\d+) entr\S+ holds? before the first bad one\n/.exec(out) ?? [];
    assert.deepEqual([code, Number(found)], [1, holding]);
    assert.doesNotMatch(out, /anchored/);
  }
  const change = (work: Parameters<typeof trail.bank.store.transaction>[1]) =>
    trail.bank.store.transaction([], work);

  it('says how many entries hold, and from when until when they are anchored', async () => {
    assert.deepEqual(await trail.verify(), {
      code: 0,
      out: `9 entries hold
anchored from entry 0 at 2026-11-24T08:00:00.000Z to entry 9 at 2026-11-24T08:03:00.000Z\n`,
      err: '',
    });
  });

  it('says how many entries are newer than the last anchor', async () => {
    await trail.writes(1);
    const { code, out } = await trail.verify();
    assert.equal(code, 0);
    assert.match(
      out,
      /^10 entries hold\n[\s\S]*to entry 9 at [\s\S]*\n1 entry is newer than the last anchor\n$/,
    );
  });

  it('names an entry that was changed', async () => {
    await change((manager) => manager.update(AuditEntries, { number: 5 }, { details: '{"card":"other"}' }));
    await isBad(/^entry 5: it was changed/, 4);
  });

  it('names an entry that was taken out from between others', async () => {
    await change((manager) => manager.delete(AuditEntries, { number: 6 }));
    await isBad(/^entry 6: it is missing/, 5);
  });

  it('names an entry that was put in before the first', async () => {
    const entry = {
      number: 0,
      at: '2026-11-24T08:00:00.000Z',
      action: 'cardUnfrozen',
      details: '{}',
      hash: '',
    };
    await change((manager) => manager.insert(AuditEntries, entry));
    await isBad(/^entry 1: before it an entry numbered 0 was put in/, 0);
  });

  it('names the first of two entries that changed places', async () => {
    await change(async (manager) => {
      const moves = { 4: 99, 5: 4, 99: 5 };
      for (const [from, number] of Object.entries(moves))
        await manager.update(AuditEntries, { number: Number(from) }, { number });
    });
    await isBad(/^entry 4: it was changed, or took the place of another/, 3);
  });

  it('says after which entry an anchored trail was cut off', async () => {
    await change((manager) => manager.delete(AuditEntries, { number: MoreThan(7) }));
    await isBad(/^entry 8: the trail is cut off after entry 7; entry 9 was anchored at 2026-11-24T08:03/, 7);
  });

  it('says that the whole trail is gone', async () => {
    await change((manager) => manager.clear(AuditEntries));
    await isBad(/^entry 1: the trail is cut off after entry 0; entry 3 was anchored/, 0);
  });

  it('notices a cut that was grown over since', async () => {
    await change((manager) => manager.delete(AuditEntries, { number: MoreThan(7) }));
    await trail.writes(5);
    await isBad(/^entry 9: it does not match the anchor of 2026-11-24T08:03:00.000Z; up to entry 6 /, 8);
  });

  it('cannot notice that entries are cut off which no anchor covers yet', async () => {
    await trail.writes(2);
    await change((manager) => manager.delete(AuditEntries, { number: MoreThan(9) }));
    assert.equal((await trail.verify()).code, 0);
  });

  it('notices a trail that was rebuilt with the right key, from its start or from its middle', async () => {
    await trail.rebuild(5);
    assert.equal(await firstBadEntry(trail.bank.store, trail.bank.audit), undefined);
    await isBad(/^entry 6: it does not match the anchor of 2026-11-24T08:02:00.000Z; up to entry 3 /, 5);
    await trail.rebuild(1);
    await isBad(/^entry 3: it does not match the anchor of 2026-11-24T08:01:00.000Z/, 2);
  });

  it('names a rebuilt trail although what rebuilt it was anchored since', async () => {
    await trail.rebuild(5);
    await trail.grows(1);
    await isBad(/^entry 6: it does not match the anchor/, 5);
  });

  it('refuses anchors while there are entries and the file is missing', async () => {
    rmSync(trail.file);
    await isBad(/^entry 1: .*audit-anchors\.jsonl holds no anchor/, 0);
  });

  it('has nothing to complain of before there is anything', async () => {
    const fresh = await AnchoredTrail.of(empty);
    assert.deepEqual(await fresh.verify(), { code: 0, out: '0 entries hold\n', err: '' });
    await fresh.close();
  });

  it('explains itself, and answers wrong use with 2', async () => {
    const { code, out } = await trail.verify(['--help']);
    assert.equal(code, 0);
    assert.match(out, /^ +verify .*check every entry/m);
    assert.equal((await trail.verify(['verify', '--help'])).code, 0);
    assert.equal((await trail.verify([])).code, 2);
    assert.equal((await trail.verify(['repair'])).code, 2);
  });
});
