import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { seconds } from '../../../kit/time.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { KeyRingFile, writeKeyRingFile } from '../../../services/security/keyRingFile.ts';
import { freshSealingKey } from '../../../services/security/sealingKeyPair.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const page = readFileSync(new URL('../../../docs/keys.md', import.meta.url), 'utf8');

describe('a copy of the key file for a safe place', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());
  let now = new Date('2026-11-24T08:00:00.000Z');
  const opening = { clock: () => now, production: true };
  const names = ['fieldKeys', 'indexKey', 'cardReferenceKey', 'auditKey', 'webChatTokenKey'] as const;
  const [file, copy] = [join(folder.path, 'keys.json'), join(folder.path, 'copy.json')];

  const read = (one: string) => KeyRingFile.parse(JSON.parse(readFileSync(one, 'utf8')));

  it('opens no envelope that an older version’s keys opened, and is the database’s in all else', () => {
    KeyRing.create(file, 'production');
    const ring = KeyRing.open(file, opening);
    const left = freshSealingKey(now);
    writeKeyRingFile(file, { ...read(file), sealingKeys: [left] });
    ring.copyTo(copy);
    assert.equal(statSync(copy).mode & 0o777, 0o600);
    now = new Date(now.getTime() + 1 * seconds);
    ring.rotate();
    assert.ok(ring.leftSealingKey(left.kid));
    assert.deepEqual(read(copy).sealingKeys, []);
    const found = KeyRing.open(copy, opening);
    assert.equal(found.leftSealingKey(left.kid), undefined);
    const others = names.filter((name) => name !== 'fieldKeys');
    assert.deepEqual(found.fingerprints(others), ring.fingerprints(others));
    const [newest, copied] = ring.fingerprints(['fieldKeys']);
    assert.ok(newest);
    assert.deepEqual(found.fingerprints(['fieldKeys']), [copied], 'the field key of its time');
  });

  it('takes the place of nothing', () => {
    const held = readFileSync(copy);
    assert.throws(() => KeyRing.open(file, opening).copyTo(copy), { code: 'keysUnusable' });
    assert.throws(() => KeyRing.open(file, opening).copyTo(file), { code: 'keysUnusable' });
    assert.deepEqual(readFileSync(copy), held);
  });

  it('is of a file of which the page on keys tells every key', () => {
    for (const name of Object.keys(KeyRingFile.shape)) {
      if (name !== 'version' && name !== 'purpose') assert.ok(page.includes(`\n| \`${name}\` |`), name);
    }
  });
});
