import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { AnchorFile } from '../../../services/audit/anchorFile.ts';
import { AnchorHandover } from '../../../services/audit/anchorHandover.ts';
import { AuditAnchoring } from '../../../services/audit/auditAnchoring.ts';
import { emptySqlite } from '../../databases/sqlite.ts';
import { AnchoredTrail } from './anchoredTrail.ts';

describe('handing anchors over to outside of this machine', () => {
  let trail: AnchoredTrail;
  /** What was taken, as it came. */
  let taken: string[];
  /** The number of heads that the receiver still takes before it refuses one; undefined means all. */
  let takes: number | undefined;
  beforeEach(async () => {
    trail = await AnchoredTrail.of(emptySqlite);
    taken = [];
    takes = undefined;
  });
  afterEach(() => trail.close());

  /** The anchoring of a service that was just started. */
  function started(): AuditAnchoring {
    const sink = new AnchorFile(trail.file);
    const handover = new AnchorHandover(sink, async (line) => {
      if (takes === 0) throw new Error('it is away');
      if (takes !== undefined) takes -= 1;
      taken.push(line);
    });
    return new AuditAnchoring({ ...trail.bank, clock: trail.bank.now, sink, handover });
  }
  const position = () => `${trail.file}.handed-over`;

  it('hands over each line of the file once, in their order', async () => {
    const anchoring = started();
    for (const entries of [0, 2, 0, 1]) await trail.grows(entries, anchoring);
    assert.deepEqual(taken, trail.anchorLines);
    assert.deepEqual(
      taken.map((line) => JSON.parse(line).number),
      [0, 2, 3],
    );
  });

  it('loses none while nobody takes them, counts what is not handed over, and goes on in order', async () => {
    const anchoring = started();
    takes = 1;
    await trail.grows(1, anchoring);
    for (let count = 0; count < 3; count++) {
      await assert.rejects(trail.grows(2, anchoring), { message: 'it is away' });
    }
    assert.equal(await anchoring.entriesNotAnchored(), 6);
    takes = 2;
    await assert.rejects(anchoring.anchorHead());
    assert.equal(await anchoring.entriesNotAnchored(), 2);
    takes = undefined;
    await anchoring.anchorHead();
    assert.equal(await anchoring.entriesNotAnchored(), 0);
    assert.deepEqual(taken, trail.anchorLines);
  });

  it('goes on after a restart where it ended, although nothing was taken before it', async () => {
    takes = 0;
    await assert.rejects(trail.grows(1, started()));
    await assert.rejects(trail.grows(1, started()));
    takes = undefined;
    const again = started();
    assert.equal(await again.entriesNotAnchored(), 2);
    await again.anchorHead();
    await trail.grows(1, started());
    assert.deepEqual(taken, trail.anchorLines);
    assert.equal(taken.length, 3);
  });

  it('hands one over twice, rather than never, where it died before it had noted that it was taken', async () => {
    await trail.grows(1, started());
    const noted = readFileSync(position());
    await trail.grows(1, started());
    writeFileSync(position(), noted);
    await trail.grows(1, started());
    const [first, second, third] = trail.anchorLines;
    assert.deepEqual(taken, [first, second, second, third]);
    trail.anchorLines = taken;
    assert.equal((await trail.verify()).code, 0, 'and who checks them takes no offence');
  });

  it('hands over no line that a crash has left half written', async () => {
    await trail.grows(1, started());
    appendFileSync(trail.file, '{"number":2,"ha');
    await started().anchorHead();
    await trail.grows(1, started());
    const [first, half, last] = trail.anchorLines;
    assert.equal(half, '{"number":2,"ha');
    assert.deepEqual(taken, [first, last]);
  });

  it('says that the file is not the one of which anchors were handed over, however long it has grown', async () => {
    await trail.grows(2, started());
    truncateSync(trail.file, 10);
    for (let count = 0; count < 3; count++) {
      await assert.rejects(trail.grows(1, started()), { code: 'auditTrailBroken', message: /are not those/ });
    }
    assert.equal(taken.length, 1);
  });

  it('says that the file is full of something else', async () => {
    writeFileSync(trail.file, 'x'.repeat(100_000));
    await assert.rejects(started().anchorHead(), { code: 'auditTrailBroken', message: /no.* an anchor for/ });
  });
});
