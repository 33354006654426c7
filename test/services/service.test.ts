import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import pino from 'pino';
import { type SinonFakeTimers, useFakeTimers } from 'sinon';
import { minutes } from '../../kit/time.ts';
import { tend } from '../../services/service.ts';
import { emptySqlite } from '../databases/sqlite.ts';
import { AnchoredTrail } from './audit/anchoredTrail.ts';

describe('tending a service', () => {
  let trail: AnchoredTrail;
  let timers: SinonFakeTimers;
  beforeEach(async () => {
    trail = await AnchoredTrail.of(emptySqlite);
    timers = useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(async () => {
    timers.restore();
    await trail.close();
  });

  const anchored = () => trail.anchorLines.map((line) => JSON.parse(line).number);
  const silent = pino({ level: 'silent' });

  it('anchors the audit trail at the start, every minute, and at the end', async () => {
    const anchoring = trail.anchoring();
    const stop = tend({ bank: trail.bank, anchoring, clock: trail.bank.now, log: silent });
    await anchoring.anchorHead();
    await trail.writes(2);
    timers.tick(1 * minutes - 1);
    assert.equal(await anchoring.entriesNotAnchored(), 2);
    timers.tick(1);
    while (anchored().length < 2) await setImmediate();
    await trail.writes(1);
    await stop();
    await trail.writes(1);
    timers.tick(2 * minutes);
    assert.deepEqual(anchored(), [0, 2, 3]);
  });

  it('logs once as an error that the trail was not anchored, and goes on', async () => {
    mkdirSync(trail.file);
    const lines: string[] = [];
    const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
    const stop = tend({ bank: trail.bank, anchoring: trail.anchoring(), clock: trail.bank.now, log });
    await stop();
    const messages = lines.map((line) => JSON.parse(line).msg);
    assert.deepEqual(messages, ['the audit trail was not anchored']);
  });
});
