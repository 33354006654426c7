// Guards a secret: nothing that runs needs to write where the keys are.
import assert from 'node:assert/strict';
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { hours, later, minutes } from '../../../kit/time.ts';
import { createBank } from '../../../services/bank.ts';
import { openInstallation } from '../../../services/installation/openInstallation.ts';
import { keyedBank } from '../../../services/keyedBank.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { freshKeys, writeKeyRingFile } from '../../../services/security/keyRingFile.ts';
import { freshSealingKey } from '../../../services/security/sealingKeyPair.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** Root may write everywhere: so where this account is root, as nobody in particular. */
async function asNobody(work: () => Promise<void>): Promise<void> {
  if (!isRoot) return work();
  process.seteuid?.(nobody);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}

onEachDatabase('keys in a folder that can only be read', (empty) => {
  let folder: ReturnType<typeof temporaryFolder>;
  let keysFile: string;
  let keys: string;
  let now: Date;
  const clock = () => now;
  beforeEach(() => {
    now = new Date('2026-11-24T08:00:00.000Z');
    folder = temporaryFolder();
    keys = join(folder.path, 'keys');
    keysFile = join(keys, 'keys.json');
    mkdirSync(keys);
    if (isRoot) chownSync(folder.path, nobody, nobody);
  });
  afterEach(() => {
    chmodSync(keys, 0o700);
    folder.remove();
  });

  function isReadOnly(): void {
    chmodSync(keysFile, 0o400);
    chmodSync(keys, 0o500);
    if (isRoot) for (const place of [keys, keysFile]) chownSync(place, nobody, nobody);
  }

  it('are enough for a day of the bank’s side, and are not touched', async () => {
    KeyRing.create(keysFile, 'production');
    isReadOnly();
    const database = await empty();
    const databaseUrl = database.url.startsWith('sqlite:')
      ? `sqlite:${join(folder.path, 'own.db')}`
      : database.url;
    const before = statSync(keysFile, { bigint: true });
    await asNobody(async () => {
      const settings = { databaseUrl, keysFile, production: true };
      const { store, keyRing } = await openInstallation({ settings, clock, schemas: [keyedBank] });
      const bank = createBank({ store, keyRing, clock });
      const given = new Set<string>();
      for (let hour = 0; hour < 24; hour++) {
        await bank.tend();
        given.add((await bank.sealingKeys.current()).kid);
        assert.ok(keyRing.anchorKey);
        now = later(now, 1 * hours);
      }
      await store.close();
      assert.equal(given.size, 24);
    });
    const after = statSync(keysFile, { bigint: true });
    assert.deepEqual(
      [after.ino, after.mtimeNs, readdirSync(keys)],
      [before.ino, before.mtimeNs, ['keys.json']],
    );
    await database.remove();
  });

  it('must be written once where an older version has left sealing keys that are over, which is said', async () => {
    writeKeyRingFile(keysFile, { ...freshKeys('production'), sealingKeys: [freshSealingKey(now)] });
    isReadOnly();
    now = later(now, 75 * minutes);
    await asNobody(async () => {
      const keyRing = KeyRing.open(keysFile, { clock, production: true });
      assert.throws(() => keyRing.tend(), { code: 'keysUnusable', message: /it cannot be written/ });
    });
  });
});

describe('a key file that root has mounted for a group', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  it('is read by an account of that group, and refused where the group may do more, or anybody anything', async () => {
    if (!isRoot) return;
    const file = join(folder.path, 'keys.json');
    KeyRing.create(file, 'production');
    chmodSync(folder.path, 0o755);
    chownSync(file, 0, nobody);
    const opened = () => KeyRing.open(file, { clock: () => new Date(), production: true });
    chmodSync(file, 0o440);
    assert.throws(opened, { code: 'keysUnusable' }, 'root itself has no need of it');
    const group = process.getegid?.() ?? 0;
    process.setegid?.(nobody);
    try {
      for (const [mode, isTaken] of [
        [0o440, true],
        [0o640, true],
        [0o460, false],
        [0o444, false],
      ] as const) {
        chmodSync(file, mode);
        await asNobody(async () => {
          if (isTaken) assert.ok(opened());
          else assert.throws(opened, { code: 'keysUnusable', message: /other accounts may use it/ });
        });
      }
    } finally {
      process.setegid?.(group);
    }
  });
});
