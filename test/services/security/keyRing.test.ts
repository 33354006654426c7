import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { UnfreezeError } from '../../../kit/errors.ts';
import { hours, later, minutes } from '../../../kit/time.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { writeKeyRingFile } from '../../../services/security/keyRingFile.ts';
import { freshSealingKey } from '../../../services/security/sealingKeyPair.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('the key ring', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let file: string;
  let now: Date;
  const clock = () => now;
  const open = (production = false) => KeyRing.openOrMake(file, { clock, production });
  const refused = (reason: RegExp, work: () => unknown) =>
    assert.throws(work, (error) => {
      assert.ok(error instanceof UnfreezeError, String(error));
      assert.equal(error.code, 'keysUnusable');
      assert.match(error.message, reason);
      return true;
    });

  beforeEach(() => {
    folder = temporaryFolder();
    file = join(folder.path, 'keys', 'keys.json');
    now = new Date('2026-11-24T08:00:00.000Z');
  });
  afterEach(() => folder.remove());

  it('makes a key file for its owner alone, and finds the same keys again', () => {
    const first = open();
    assert.equal(statSync(file).mode & 0o777, 0o600);
    const second = open();
    assert.deepEqual(second.fieldKey, first.fieldKey);
    assert.deepEqual(readdirSync(join(folder.path, 'keys')), ['keys.json']);
  });

  it('refuses a key file that others may read', () => {
    open();
    chmodSync(file, 0o640);
    refused(/chmod 600/, open);
  });

  it('refuses a key file that is not one, without a word of what is in it', () => {
    mkdirSync(join(folder.path, 'keys'));
    for (const content of ['', 'hunter2', '{"version":1,"fieldKeys":[]}', '[]', 'null']) {
      writeFileSync(file, content, { mode: 0o600 });
      refused(/cannot be used: (?!.*hunter2)/, open);
    }
  });

  it('refuses development keys, or none, in production', () => {
    assert.throws(() => open(true), {
      code: 'settingsInvalid',
      message: /there is no key file .*keys create/,
    });
    open();
    refused(/development keys/, () => open(true));
  });

  it('makes keys for production once', () => {
    KeyRing.create(file, 'production');
    assert.ok(open(true).fieldKey);
    refused(/there is one already/, () => KeyRing.create(file, 'production'));
  });

  it('lets a sealing key that an older version has left live out its time, and destroys it then', () => {
    open();
    const pair = freshSealingKey(now);
    writeKeyRingFile(file, { ...JSON.parse(readFileSync(file, 'utf8')), sealingKeys: [pair] });
    const ring = open();
    now = later(now, 74 * minutes);
    ring.tend();
    assert.deepEqual(ring.leftSealingKey(pair.kid), pair);
    now = later(now, 1 * minutes);
    assert.equal(ring.leftSealingKey(pair.kid), undefined);
    ring.tend();
    assert.ok(!readFileSync(file, 'utf8').includes(pair.kid));
  });

  it('writes nothing by itself, however long it is open', () => {
    const ring = open();
    const before = statSync(file, { bigint: true });
    for (let hour = 0; hour < 30; hour++) {
      now = later(now, 1 * hours);
      ring.tend();
      assert.ok(ring.fieldKey && ring.anchorKey && ring.anchorPublicKeys);
    }
    const after = statSync(file, { bigint: true });
    assert.deepEqual([after.ino, after.mtimeNs], [before.ino, before.mtimeNs]);
  });

  it('rotates under a ring that is in use: new keys at once, and the old ones still open', () => {
    const [running, operator] = [open(), open()];
    const field = running.fieldKey;
    operator.rotate();
    assert.notEqual(running.fieldKey.id, field.id);
    assert.deepEqual(running.fieldKeyNamed(field.id), field.key);
    operator.dropFieldKeys(operator.fieldKeysBefore(operator.fieldKey.id));
    refused(/lacks the field key/, () => running.fieldKeyNamed(field.id));
  });

  it('makes an object of a key once, and of a new one with the rotation', () => {
    const ring = open();
    const before = ring.secret('indexKey');
    assert.equal(ring.secret('indexKey'), before);
    ring.rotate('indexKey');
    assert.notDeepEqual(ring.secret('indexKey').export(), before.export());
    assert.deepEqual(ring.secrets('indexKey')[1]?.export(), before.export());
  });

  it('makes a key for anchors where a file of before has none, and gives a new one to all at once', () => {
    open();
    const { anchorKeys, ...before } = JSON.parse(readFileSync(file, 'utf8'));
    assert.equal(anchorKeys.length, 1);
    writeFileSync(file, JSON.stringify(before));
    const [one, other] = [open(), open()];
    for (const ring of [one, other]) ring.tend();
    const { id } = one.anchorKey;
    assert.equal(other.anchorKey.id, id);
    one.rotateAnchorKey();
    assert.notEqual(other.anchorKey.id, id);
    assert.deepEqual([...other.anchorPublicKeys.keys()], [one.anchorKey.id, id]);
  });

  it('fails closed when the file goes away or becomes readable by others while it is in use', () => {
    const ring = open();
    chmodSync(file, 0o644);
    refused(/chmod 600/, () => ring.fieldKey);
    chmodSync(file, 0o600);
    assert.ok(ring.fieldKey);
    rmSync(file);
    refused(/it has gone/, () => ring.fieldKey);
  });

  describe('that looks at its file by time', () => {
    let ticks: number;
    let ring: KeyRing;
    const looks = { every: 50, ticks: () => ticks };
    beforeEach(() => {
      ticks = 1000;
      ring = KeyRing.openOrMake(file, { clock, production: false, looks });
      assert.ok(ring.fieldKey);
    });

    it('takes up a rotation with the next look, and at once where it needs a key that it has not seen', () => {
      const [before, operator] = [ring.fieldKey, open()];
      operator.rotate();
      ticks += 49;
      assert.deepEqual(ring.fieldKey, before);
      ticks += 1;
      assert.deepEqual(ring.fieldKey, operator.fieldKey);
      operator.rotate();
      assert.deepEqual(ring.fieldKeyNamed(operator.fieldKey.id), operator.fieldKey.key);
      assert.deepEqual(ring.fieldKey, operator.fieldKey);
    });

    it('fails closed with the next look, and with each use from then on, until the file is right again', () => {
      chmodSync(file, 0o644);
      ticks += 50;
      for (let use = 0; use < 3; use++) refused(/chmod 600/, () => ring.fieldKey);
      chmodSync(file, 0o600);
      assert.ok(ring.fieldKey);
      rmSync(file);
      ticks += 50;
      for (let use = 0; use < 3; use++) refused(/it has gone/, () => ring.fieldKey);
    });

    it('lets nobody write with a file that has just been replaced or taken away', async () => {
      await setImmediate();
      const other = join(folder.path, 'other.json');
      KeyRing.create(other, 'development');
      writeFileSync(file, readFileSync(other), { mode: 0o600 });
      assert.throws(() => ring.assertUnchanged(), { code: 'keysForeign' });
      rmSync(file);
      refused(/it has gone/, () => ring.assertUnchanged());
      refused(/it has gone/, () => ring.fieldKey);
    });

    it('looks once for all that one turn of the event loop does, and at each use from a failure on', async () => {
      const [own, other] = [readFileSync(file), join(folder.path, 'other.json')];
      KeyRing.create(other, 'development');
      await setImmediate();
      ring.assertUnchanged();
      writeFileSync(file, readFileSync(other), { mode: 0o600 });
      ring.assertUnchanged();
      await setImmediate();
      for (let use = 0; use < 2; use++) assert.throws(() => ring.assertUnchanged(), { code: 'keysForeign' });
      writeFileSync(file, own, { mode: 0o600 });
      ring.assertUnchanged();
      writeFileSync(file, readFileSync(other), { mode: 0o600 });
      ticks += 50;
      assert.throws(() => ring.assertUnchanged(), { code: 'keysForeign' });
    });
  });

  describe('whose file is replaced by another while it is in use', () => {
    let ring: KeyRing;
    let kept: string;
    beforeEach(() => {
      ring = open();
      kept = readFileSync(file, 'utf8');
    });
    const replace = (content: string) => writeFileSync(file, content, { mode: 0o600 });
    function another(): string {
      const other = join(folder.path, 'other.json');
      KeyRing.create(other, 'development');
      return readFileSync(other, 'utf8');
    }
    const isForeign = () =>
      assert.throws(() => ring.assertUnchanged(), {
        code: 'keysForeign',
        message: /lacks the database’s (auditKey, cardReferenceKey, .*|fieldKeys)\. /,
      });

    it('goes on with its own keys and writes nothing', () => {
      const [field, secret] = [ring.fieldKey, ring.secret('auditKey')];
      const other = another();
      replace(other);
      isForeign();
      assert.deepEqual([ring.fieldKey, ring.secret('auditKey')], [field, secret]);
      ring.tend();
      assert.throws(() => ring.rotate(), { code: 'keysForeign' });
      assert.throws(() => ring.rotateAnchorKey(), { code: 'keysForeign' });
      assert.throws(() => ring.dropFieldKeys([]), { code: 'keysForeign' });
      assert.equal(readFileSync(file, 'utf8'), other);
    });

    it('takes its own file up again when it is back', () => {
      replace(another());
      isForeign();
      replace(kept);
      ring.assertUnchanged();
      ring.rotate();
      assert.notEqual(readFileSync(file, 'utf8'), kept);
    });

    it('takes an old copy for what it is', () => {
      ring.rotate();
      const { id } = ring.fieldKey;
      replace(kept);
      isForeign();
      assert.equal(ring.fieldKey.id, id);
    });

    it('follows a rotation and a rewrap of which it saw neither', () => {
      const operator = open();
      operator.rotate();
      operator.dropFieldKeys(operator.fieldKeysBefore(operator.fieldKey.id));
      ring.assertUnchanged();
      assert.equal(ring.fieldKey.id, operator.fieldKey.id);
    });
  });

  it('is not made by who only opens it, in development either', () => {
    assert.throws(() => KeyRing.open(file, { clock, production: false }), { code: 'settingsInvalid' });
    assert.deepEqual(readdirSync(folder.path), []);
  });

  it('takes over a lock that a dead process has left', () => {
    const ring = open();
    writeFileSync(`${file}.lock`, '');
    utimesSync(`${file}.lock`, 0, 0);
    ring.rotate();
    assert.deepEqual(readdirSync(join(folder.path, 'keys')), ['keys.json']);
  });
});
