// Guards money: what was cut off the audit trail can be proved, and what is left hangs on it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hours } from '../../kit/time.ts';
import { AuditBase, AuditEntries, AuditTail } from '../../services/tables/auditEntry.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { AnchoredTrail } from '../services/audit/anchoredTrail.ts';
import { entriesOf } from '../services/audit/trailOf.ts';

const years = { RETENTION_AUDIT_TRAIL: 'P365D' };
const day = 24 * hours;

onEachDatabase('thawline audit cut', (empty) => {
  let trail: AnchoredTrail;
  let archive: string;
  beforeEach(async () => {
    trail = await AnchoredTrail.of(empty);
    archive = join(dirname(trail.file), 'archive.jsonl');
    const anchoring = trail.anchoring();
    // The anchors are of the entries 0, 3, 6, and a year later 8.
    await anchoring.anchorHead();
    await trail.grows(3, anchoring);
    await trail.grows(3, anchoring);
    await trail.writes(1);
    trail.bank.passes(366 * day);
    await trail.grows(1, anchoring);
  });
  afterEach(() => trail.close());

  const cut = (...words: string[]) => trail.says(['cut', '--archive', archive, ...words], years);
  const check = (file = archive) => trail.says(['verify', '--archive', file]);
  const rows = () =>
    trail.bank.store.read((manager) => manager.find(AuditEntries, { order: { number: 'ASC' } }));

  it('takes what is older than its years up to an anchored head, and leaves a trail that holds', async () => {
    const { code, out, err } = await cut('--reason', 'the yearly cut');
    assert.deepEqual([code, err], [0, '']);
    const [, digest] =
      /^cut: 6 entries, 1 to 6, older than \S+Z; they are in \S+, SHA-256 (\w{64})\n$/.exec(out) ?? [];
    assert.deepEqual(
      (await rows()).map(({ number }) => number),
      [7, 8],
    );
    const verified = await trail.verify();
    assert.match(
      verified.out,
      /^2 entries hold\nup to entry 6 the trail was cut: --archive checks what was cut off\nanchored from entry 0 /,
    );
    assert.equal(verified.code, 0, verified.err);
    const [entry] = (await entriesOf(trail.bank, 'trailCut')).map(({ details }) => JSON.parse(details));
    const { first, last, archive: noted, why } = entry;
    assert.deepEqual([first, last, noted, why], [1, 6, digest, 'the yearly cut']);
    assert.equal(statSync(archive).mode & 0o777, 0o600);
    await trail.grows(2);
    assert.match((await trail.verify()).out, /^5 entries hold\n/);
  });

  it('leaves an archive that is checked by itself, for as long as there are its keys and anchors', async () => {
    await cut();
    assert.deepEqual(await check(), {
      code: 0,
      out: '6 entries hold, of 1 to 6\n2 anchors vouch for them\n',
      err: '',
    });
    trail.bank.passes(366 * day);
    await trail.grows(1);
    const second = join(dirname(trail.file), 'second.jsonl');
    const { out } = await trail.says(['cut', '--archive', second], years);
    assert.match(out, /^cut: 2 entries, 7 to 8,/);
    for (const file of [archive, second]) assert.equal((await check(file)).code, 0, file);
    assert.match((await trail.verify()).out, /^2 entries hold\nup to entry 8 /);
  });

  it('names in an archive what was changed, taken out or cut short, and one of another trail', async () => {
    await cut();
    const lines = readFileSync(archive, 'utf8').trimEnd().split('\n');
    const isBad = async (changed: string[], reason: RegExp) => {
      writeFileSync(archive, `${changed.join('\n')}\n`);
      const { code, err } = await check();
      assert.deepEqual([code, reason.test(err)], [1, true], err);
    };
    const other = lines.map((line, place) => (place === 4 ? line.replace('card 0', 'card 9') : line));
    await isBad(other, /^entry 4: it was changed/);
    await isBad(lines.toSpliced(3, 1), /^entry 3: it is missing/);
    await isBad(lines.slice(0, -1), /^entry 6: the archive ends before it/);
    await isBad([...lines, lines.at(-1) ?? ''], /^entry 7: it is missing, or another stands in its place/);
    await isBad(
      [lines[0]?.replace('"last":6', '"last":5') ?? '', ...lines.slice(1, 6)],
      /^entry 5: it is not the one/,
    );
    writeFileSync(archive, lines.slice(1).join('\n'));
    assert.equal((await check()).code, 2);
    assert.equal((await check('none.jsonl')).code, 2);
  });

  it('cuts nothing where the trail does not hold, or an archive is there already', async () => {
    writeFileSync(archive, 'mine');
    assert.equal((await cut()).code, 2);
    assert.equal(readFileSync(archive, 'utf8'), 'mine');
    archive = `${archive}.2`;
    await trail.bank.store.transaction([], (manager) =>
      manager.update(AuditEntries, { number: 5 }, { details: '{}' }),
    );
    const { code, err } = await cut();
    assert.deepEqual([code, existsSync(archive)], [1, false]);
    assert.match(err, /the trail does not hold/);
    assert.equal((await rows()).length, 8);
  });

  it('cuts nothing that is not old enough', async () => {
    assert.match(
      (await trail.says(['cut', '--archive', archive])).out,
      /^nothing was cut: no anchored head is older than/,
    );
    assert.match((await cut('--before', '2026-11-24')).out, /^nothing was cut/);
    const { code, err } = await cut('--before', 'PT1H');
    assert.deepEqual([code, existsSync(archive)], [2, false]);
    assert.match(err, /RETENTION_AUDIT_TRAIL \(P365D\) keeps entries newer/);
    assert.equal(
      (await trail.says(['cut', '--archive', archive], { RETENTION_AUDIT_TRAIL: 'P30D' })).code,
      2,
    );
    assert.match((await cut('--before', '2026-11-24T08:01:30Z')).out, /^cut: 3 entries, 1 to 3/);
  });

  it('shows a cut that somebody made who has the database alone, and a base that was moved', async () => {
    await cut();
    const { store } = trail.bank;
    const [base = assert.fail()] = await store.read((manager) => manager.find(AuditBase));
    const [, eighth = assert.fail()] = await rows();
    const { number, hash, at } = eighth;
    await store.transaction([], async (manager) => {
      await manager.update(AuditBase, { id: base.id }, { number, hash, at });
      await manager.delete(AuditEntries, { number: 7 });
    });
    assert.match(
      (await trail.verify()).err,
      /what says that the trail was cut was not written by this service/,
    );
    await store.transaction([], (manager) => manager.delete(AuditBase, { id: base.id }));
    assert.match((await trail.verify()).err, /^entry 1: it is missing/);
  });

  it('gives no place to what waited once, was cut off with its place, and is put back', async () => {
    const { store, audit, chaining } = trail.bank;
    const waits = {
      at: '2026-11-24T08:00:30.000Z',
      action: 'cardUnfrozen',
      details: '{}',
      id: 'x',
    };
    const kept = { ...waits, mac: audit.mac(waits) };
    await cut();
    await store.transaction([], (manager) => manager.insert(AuditTail, kept));
    await assert.rejects(chaining.chain(), { code: 'auditTrailBroken' });
    assert.equal(
      (await rows()).some(({ id }) => id === 'x'),
      false,
    );
  });

  it('goes on from the base where nothing is left behind it', async () => {
    trail.bank.passes(366 * day);
    const { out } = await cut();
    assert.match(out, /^cut: 8 entries, 1 to 8/);
    await trail.grows(1);
    assert.deepEqual(
      (await rows()).map(({ number }) => number),
      [9, 10],
    );
    assert.equal((await trail.verify()).code, 0);
  });

  it('is done with a second person where one is needed', async () => {
    await trail.bank.approvals.need();
    const { out } = await cut('--reason', 'the yearly cut');
    assert.match(out, /^asked for: audit cut, of what is older than \S+, into \S+archive.jsonl\n/);
    assert.deepEqual([existsSync(archive), (await rows()).length], [false, 8]);
  });
});
