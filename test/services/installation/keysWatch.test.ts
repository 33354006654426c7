import assert from 'node:assert/strict';
import pino from 'pino';
import { UnfreezeError } from '../../../kit/errors.ts';
import { KeysWatch } from '../../../services/installation/keysWatch.ts';

describe('the watch over the keys of a running service', () => {
  let trouble: UnfreezeError | undefined;
  let logged: { level: number; msg: string }[];
  let watch: KeysWatch;
  beforeEach(() => {
    trouble = undefined;
    logged = [];
    const log = pino({}, { write: (line: string) => logged.push(JSON.parse(line)) });
    const settle = async () => {
      if (trouble) throw trouble;
    };
    watch = new KeysWatch({ databaseKeys: { settle }, log });
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
});
