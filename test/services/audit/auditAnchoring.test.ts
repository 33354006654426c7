import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, rmdirSync, statSync, truncateSync } from 'node:fs';
import { emptySqlite } from '../../databases/sqlite.ts';
import { AnchoredTrail } from './anchoredTrail.ts';

describe('anchoring the audit trail', () => {
  let trail: AnchoredTrail;
  beforeEach(async () => {
    trail = await AnchoredTrail.of(emptySqlite);
  });
  afterEach(() => trail.close());

  const anchored = () => trail.anchorLines.map((line) => JSON.parse(line).number);

  it('anchors the head when it has moved, and an empty trail once', async () => {
    const anchoring = trail.anchoring();
    await anchoring.anchorHead();
    await anchoring.anchorHead();
    await trail.grows(2, anchoring);
    await trail.grows(0, anchoring);
    await trail.grows(1, anchoring);
    assert.deepEqual(anchored(), [0, 2, 3]);
  });

  it('goes on after a restart where it ended', async () => {
    await trail.grows(2);
    await trail.grows(0);
    await trail.grows(1);
    assert.deepEqual(anchored(), [2, 3]);
    assert.equal((await trail.verify()).code, 0);
  });

  it('anchors once where it is asked twice at the same time', async () => {
    await trail.writes(1);
    const anchoring = trail.anchoring();
    await Promise.all([anchoring.anchorHead(), anchoring.anchorHead()]);
    assert.deepEqual(anchored(), [1]);
  });

  it('lets nobody else on the machine read or write the anchors', async () => {
    await trail.grows(1);
    assert.equal(statSync(trail.file).mode & 0o777, 0o600);
  });

  it('says when it fails, counts what is not anchored, and catches up', async () => {
    const anchoring = trail.anchoring();
    mkdirSync(trail.file);
    await trail.writes(2);
    await assert.rejects(anchoring.anchorHead(), { code: 'EISDIR' });
    assert.equal(await anchoring.entriesNotAnchored(), 2);
    rmdirSync(trail.file);
    await anchoring.anchorHead();
    assert.equal(await anchoring.entriesNotAnchored(), 0);
    assert.deepEqual(anchored(), [2]);
  });

  describe('after a crash in the middle of a line', () => {
    beforeEach(async () => {
      const anchoring = trail.anchoring();
      await trail.grows(1, anchoring);
      await trail.grows(1, anchoring);
      truncateSync(trail.file, statSync(trail.file).size - 40);
    });

    it('the line counts for nothing, and that is said', async () => {
      const { code, out } = await trail.verify();
      assert.equal(code, 0);
      assert.match(
        out,
        /\n1 line is half written in \S+, as a crash or a full disk leaves it, and left out of account\n/,
      );
      assert.match(out, /to entry 1 at \S+\n1 entry is newer than the last anchor\n$/);
    });

    it('the next anchor stands on a line of its own', async () => {
      await trail.grows(1);
      const { code, out } = await trail.verify();
      assert.equal(code, 0);
      assert.match(out, /\n1 line is half written[\s\S]*to entry 3 at \S+\n$/);
    });

    it('hides no anchor that others stand on', async () => {
      await trail.grows(1);
      const [first = '', half = '', last = ''] = trail.anchorLines;
      trail.anchorLines = [first.slice(0, -40), half, last];
      const { code, out, err } = await trail.verify();
      assert.equal(code, 1);
      assert.match(out, /\n2 lines are half written/);
      assert.match(err, /the anchors before that of \S+ are missing/);
    });
  });

  it('counts a line that only lacks its end as written', async () => {
    await trail.grows(1);
    truncateSync(trail.file, statSync(trail.file).size - 1);
    assert.match((await trail.verify()).out, /^1 entry holds\nanchored from entry 1 .* to entry 1 at \S+\n$/);
    await trail.grows(1);
    assert.deepEqual(anchored(), [1, 2]);
    assert.equal((await trail.verify()).code, 0);
  });

  it('takes no forged line for what it stands on', async () => {
    await trail.grows(1);
    const [line = ''] = trail.anchorLines;
    appendFileSync(trail.file, `${JSON.stringify({ ...JSON.parse(line), number: 9 })}\n`);
    await trail.grows(1);
    assert.equal(JSON.parse(trail.anchorLines[2] ?? '').previous, JSON.parse(line).signature);
  });
});
