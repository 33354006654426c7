import assert from 'node:assert/strict';
import pino from 'pino';
import { UnfreezeError } from '../../../kit/errors.ts';
import { KeysWatch } from '../../../services/installation/keysWatch.ts';

describe('the watch over the keys of a running service', () => {
  let trouble: UnfreezeError | undefined;
  let logged: { level: number; msg: string }[];
  let watch: KeysWatch;
  let isSwapped: boolean;
  beforeEach(() => {
    trouble = undefined;
    logged = [];
    const log = pino({}, { write: (line: string) => logged.push(JSON.parse(line)) });
    const settle = async () => {
      if (trouble) throw trouble;
    };
    isSwapped = false;
    const assertUnchanged = () => {
      if (isSwapped) throw new UnfreezeError('keysForeign', 'another’s');
    };
    watch = new KeysWatch({ databaseKeys: { settle, assertOwn: settle }, keyRing: { assertUnchanged }, log });
  });
  const said = () => logged.map(({ level }) => level);

  it('says once that the keys are another’s, and once that they are its own again', async () => {
    await watch.look();
    assert.deepEqual(said(), []);
    trouble = new UnfreezeError('keysForeign', 'another’s');
    for (let looks = 0; looks < 3; looks++) await assert.rejects(watch.look(), { code: 'keysForeign' });
    assert.deepEqual(said(), [50]);
    trouble = undefined;
    for (let looks = 0; looks < 3; looks++) await watch.look();
    assert.deepEqual(said(), [50, 30]);
    trouble = new UnfreezeError('keysForeign', 'another’s');
    await assert.rejects(watch.look());
    assert.deepEqual(said(), [50, 30, 50]);
  });

  it('is not ready, and says nothing of keys, while the database is away', async () => {
    trouble = new UnfreezeError('storeUnavailable', 'away');
    await assert.rejects(watch.look(), { code: 'storeUnavailable' });
    assert.deepEqual(said(), []);
  });

  it('lets nobody be answered from the swap of the file on, and after a look that found them to be another’s', async () => {
    watch.assertRight();
    isSwapped = true;
    assert.throws(watch.assertRight, { code: 'keysForeign' });
    isSwapped = false;
    watch.assertRight();
    trouble = new UnfreezeError('keysForeign', 'another’s');
    await assert.rejects(watch.look());
    assert.throws(watch.assertRight, { code: 'keysForeign' });
    trouble = undefined;
    await watch.look();
    watch.assertRight();
  });
});
