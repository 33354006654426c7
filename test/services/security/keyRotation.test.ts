import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { later, minutes, seconds } from '../../../kit/time.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { singleKeys } from '../../../services/security/keyRingFile.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('the rotation of a key of which one alone is in use', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let now: Date;
  const open = () => KeyRing.openOrMake(file, { clock: () => now, production: false });
  beforeEach(() => {
    now = new Date('2026-11-24T08:00:00.000Z');
    folder = temporaryFolder();
    file = join(folder.path, 'keys.json');
  });
  afterEach(() => folder.remove());

  for (const name of singleKeys)
    describe(`as ${name} is`, () => {
      it('writes with the new one at once, in a ring that is in use too, and still reads with the old one', () => {
        const [running, operator] = [open(), open()];
        const old = running.secret(name);
        operator.rotate(name);
        const fresh = running.secret(name);
        assert.notDeepEqual(fresh, old);
        assert.deepEqual(running.secrets(name), [fresh, old]);
        assert.deepEqual(
          [running.rotatedAt(name), running.fingerprints([name]).length],
          [now.toISOString(), 2],
        );
        running.assertUnchanged();
      });

      it('lets the old one write for ten minutes more, where a machine has the file later', () => {
        const ring = open();
        const old = ring.secret(name);
        ring.rotate(name);
        now = later(now, 10 * minutes - 1 * seconds);
        assert.deepEqual(ring.writers(name), [ring.secret(name), old]);
        now = later(now, 1 * seconds);
        assert.deepEqual(ring.writers(name), [ring.secret(name)]);
        assert.deepEqual(ring.secrets(name), [ring.secret(name), old]);
      });

      it('takes the one that was announced, which is read before anything is written with it', () => {
        const ring = open();
        const old = ring.secret(name);
        const before = ring.fingerprints([name]);
        ring.announce(name);
        ring.announce(name);
        assert.deepEqual(ring.secret(name), old);
        const [, announced] = ring.secrets(name);
        assert.deepEqual(ring.fingerprints([name]), before, 'nothing in a database rests on it yet');
        assert.equal(ring.readableFingerprints([name]).length, 2);
        ring.rotate(name);
        assert.deepEqual(ring.secrets(name), [announced, old]);
        assert.equal(JSON.parse(readFileSync(file, 'utf8')).next, undefined);
      });

      it('is not taken back: the file of before is an old copy, and one that lacks the old key is another', () => {
        const ring = open();
        const kept = readFileSync(file, 'utf8');
        ring.rotate(name);
        const rotated = readFileSync(file, 'utf8');
        const refused = () =>
          assert.throws(() => ring.assertUnchanged(), { code: 'keysForeign', message: new RegExp(name) });
        writeFileSync(file, kept);
        refused();
        writeFileSync(file, rotated);
        ring.assertUnchanged();
        ring.dropOlder(name);
        assert.deepEqual(ring.secrets(name), [ring.secret(name)]);
        assert.deepEqual(Object.keys(JSON.parse(readFileSync(file, 'utf8'))).includes('older'), false);
        ring.rotate(name);
        ring.rotate(name);
        assert.equal(ring.secrets(name).length, 3);
      });
    });

  it('leaves a file that an older version reads where none was rotated', () => {
    open().rotate();
    const keys = JSON.parse(readFileSync(file, 'utf8'));
    assert.deepEqual([keys.older, keys.next], [undefined, undefined]);
  });
});
