import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { later } from '../../../kit/time.ts';
import { AnchorFile } from '../../../services/audit/anchorFile.ts';
import { signAnchor } from '../../../services/audit/auditAnchor.ts';
import { AuditAnchoring } from '../../../services/audit/auditAnchoring.ts';
import { emptySqlite } from '../../databases/sqlite.ts';
import { AnchoredTrail } from './anchoredTrail.ts';

describe('the anchors of an audit trail', () => {
  let trail: AnchoredTrail;
  beforeEach(async () => {
    trail = await AnchoredTrail.of(emptySqlite);
    const anchoring = trail.anchoring();
    for (let count = 0; count < 3; count++) await trail.grows(3, anchoring);
  });
  afterEach(() => trail.close());

  async function areBad(reason: RegExp) {
    const { code, err } = await trail.verify();
    assert.equal(code, 1);
    assert.match(err, reason);
  }
  const parsed = () => trail.anchorLines.map((line) => JSON.parse(line));

  it('show one whose hash was changed', async () => {
    const [first, second, third] = parsed();
    trail.anchorLines = [first, { ...second, hash: third.hash }, third].map((one) => JSON.stringify(one));
    await areBad(
      /^entry 4: .*the anchor of 2026-11-24T08:02.* for entry 6, line 2, is not signed with a key of/,
    );
  });

  it('show one that was signed with another key', async () => {
    const { signature, ...head } = parsed()[2];
    const { privateKey } = generateKeyPairSync('ed25519');
    const forged = signAnchor({ ...head, number: 7, previous: signature }, { id: head.key, privateKey });
    trail.anchorLines = [...trail.anchorLines, JSON.stringify(forged)];
    await areBad(/^entry 10: .*for entry 7, line 4, is not signed with a key of this service/);
  });

  it('show one that carries the hash of an entry as its signature', async () => {
    const [first, second, third] = parsed();
    trail.anchorLines = [first, second, { ...third, signature: third.hash }].map((one) =>
      JSON.stringify(one),
    );
    await areBad(/line 3 of the anchors is no anchor/);
  });

  it('name their cipher suite, and one of another is told by its name', async () => {
    const [first, second, third] = parsed();
    assert.deepEqual([first.suite, second.suite, third.suite], ['intl1', 'intl1', 'intl1']);
    trail.anchorLines = [first, second, { ...third, suite: 'national1' }].map((one) => JSON.stringify(one));
    await areBad(/line 3, is signed with the cipher suite national1, which this version does not know/);
    const { suite: _none, ...without } = third;
    trail.anchorLines = [first, second, without].map((one) => JSON.stringify(one));
    await areBad(/line 3, is not signed with a key of this service/);
  });

  it('hold from before suites had names', async () => {
    const { privateKey, id } = trail.bank.keyRing.anchorKey;
    const [first] = parsed();
    const { number, hash, at, previous } = first;
    const signed = `thawline audit anchor v2\n${JSON.stringify([id, previous, number, hash, at])}`;
    const signature = sign(null, Buffer.from(signed), privateKey).toString('base64url');
    trail.anchorLines = [JSON.stringify({ number, hash, at, previous, key: id, signature })];
    const { code, err } = await trail.verify();
    assert.equal(code, 0, err);
    const anchoring = trail.anchoring();
    await trail.grows(1, anchoring);
    assert.equal(parsed().at(-1).previous, signature);
    assert.equal((await trail.verify()).code, 0);
  });

  it('show a line that is none', async () => {
    trail.anchorLines = [...trail.anchorLines, '{"number":12}'];
    await areBad(/^entry 10: .*line 4 of the anchors is no anchor/);
  });

  for (const [which, at, entry] of [
    ['first', 0, 1],
    ['middle', 1, 4],
  ] as const) {
    it(`show that the ${which} was taken out`, async () => {
      trail.anchorLines = trail.anchorLines.toSpliced(at, 1);
      await areBad(new RegExp(`^entry ${entry}: .*the anchors before that of \\S+ are missing`));
    });
  }

  it('show that the last was taken out while the service runs, as soon as it anchors again', async () => {
    const anchoring = trail.anchoring();
    await trail.grows(1, anchoring);
    trail.anchorLines = trail.anchorLines.slice(0, -1);
    assert.match((await trail.verify()).out, /\n1 entry is newer than the last anchor\n/);
    await trail.grows(1, anchoring);
    await areBad(/^entry 10: .*the anchors before that of 2026-11-24T08:05:00.000Z are missing/);
  });

  it('cannot show that the last was taken out while no service ran, but say how far they reach', async () => {
    trail.anchorLines = trail.anchorLines.slice(0, -1);
    const { code, out } = await trail.verify();
    assert.equal(code, 0);
    assert.match(out, /to entry 6 at 2026-11-24T08:02:00.000Z\n3 entries are newer than the last anchor\n$/);
  });

  it('show that all were taken away and begun anew, by how far back they reach', async () => {
    rmSync(trail.file);
    await trail.grows(1);
    assert.match((await trail.verify()).out, /\nanchored from entry 10 at 2026-11-24T08:04:00.000Z to/);
  });

  it('may be written by two services into one file', async () => {
    const [one, other] = [trail.anchoring(), trail.anchoring()];
    for (const anchoring of [one, other, one, other]) await trail.grows(1, anchoring);
    assert.deepEqual([(await trail.verify()).code, trail.anchorLines.length], [0, 7]);
  });

  it('may be begun by two services at the same moment, and go on from both', async () => {
    rmSync(trail.file);
    const { bank, file } = trail;
    const clock = () => later(bank.now(), 5);
    const one = trail.anchoring();
    const other = new AuditAnchoring({ ...bank, clock, sink: new AnchorFile(file) });
    await Promise.all([one.anchorHead(), other.anchorHead()]);
    const begun = trail.anchorLines.map((line) => JSON.parse(line).previous);
    assert.deepEqual(begun, [null, null]);
    for (const anchoring of [other, one]) await trail.grows(1, anchoring);
    assert.deepEqual([(await trail.verify()).code, trail.anchorLines.length], [0, 4]);
  });

  it('cannot be begun anew behind their first line, so that those between would not be missed', async () => {
    const [first = ''] = trail.anchorLines;
    rmSync(trail.file);
    await trail.grows(1);
    trail.anchorLines = [first, ...trail.anchorLines];
    assert.match((await trail.verify()).err, /no anchor confirms the trail: the anchors before that of/);
  });

  it('are not passed over where they cannot be read', async () => {
    rmSync(trail.file);
    mkdirSync(trail.file);
    await areBad(/^the anchors in .*audit-anchors\.jsonl cannot be read: EISDIR\n$/);
  });
});
