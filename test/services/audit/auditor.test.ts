import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditCommand } from '../../../cli/auditCommand.ts';
import { run } from '../../../kit/command.ts';
import { signAnchor } from '../../../services/audit/auditAnchor.ts';
import { idOfKey } from '../../../services/security/anchorKey.ts';
import { emptySqlite } from '../../databases/sqlite.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { recordedTerminal } from '../recordedTerminal.ts';
import { AnchoredTrail } from './anchoredTrail.ts';

describe('an auditor who has the anchors and the public key, and nothing else', () => {
  const folder = temporaryFolder();
  const keyFile = join(folder.path, 'public.pem');
  let trail: AnchoredTrail;
  beforeEach(async () => {
    trail = await AnchoredTrail.of(emptySqlite);
    const anchoring = trail.anchoring();
    for (let count = 0; count < 3; count++) await trail.grows(2, anchoring);
    writeFileSync(keyFile, (await trail.verify(['key'])).out);
  });
  afterEach(() => trail.close());
  after(() => folder.remove());

  /** Where no setting leads to a database or a key file. */
  async function verifies(key = keyFile) {
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL: 'sqlite:/none/such.db', KEYS_FILE: '/none/such.json' });
    const program = auditCommand({ terminal, environment, clock: () => new Date() });
    const code = await run(program, ['verify', '--anchors', trail.file, '--key', key], terminal);
    return { code, ...said };
  }
  const parsed = () => trail.anchorLines.map((line) => JSON.parse(line));

  it('sees that they hold, from when until when, and the hash to compare the trail with', async () => {
    const { hash } = parsed()[2];
    assert.deepEqual(await verifies(), {
      code: 0,
      out: `3 anchors hold
anchored from entry 2 at 2026-11-24T08:01:00.000Z to entry 6 at 2026-11-24T08:03:00.000Z
entry 6 has the hash ${hash}\n`,
      err: '',
    });
  });

  it('sees one that was changed, taken out, put in another place or signed by somebody else', async () => {
    const lines = trail.anchorLines;
    const [one = '', two = '', three = ''] = lines;
    const { key, signature, ...head } = parsed()[2];
    const { privateKey } = generateKeyPairSync('ed25519');
    const forged = JSON.stringify(signAnchor({ ...head, previous: signature }, { id: key, privateKey }));
    const cases: [string[], RegExp][] = [
      [
        [one, two, three.replace('"number":6', '"number":5')],
        /line 3, is not signed with a key of this service/,
      ],
      [[one, three], /the anchors before that of 2026-11-24T08:03.* are missing/],
      [[two, one, three], /the anchors before that of 2026-11-24T08:02.* are missing/],
      [[...lines, forged], /line 4, is not signed/],
      [[...lines, '{}'], /line 4 of the anchors is no anchor/],
    ];
    for (const [changed, reason] of cases) {
      trail.anchorLines = changed;
      const { code, err } = await verifies();
      assert.equal(code, 1);
      assert.match(err, reason);
    }
  });

  it('sees two that contradict each other, although the service has signed both', async () => {
    await trail.rebuild(6);
    await trail.grows(0);
    const { code, err } = await verifies();
    assert.equal(code, 1);
    assert.match(err, /^entry 6: the anchor of 2026-11-24T08:04.* contradicts the one before it/);
  });

  it('takes a new key with the old one, and the old one alone no more', async () => {
    const { out } = await trail.verify(['key', '--new']);
    await trail.grows(1);
    assert.equal((await verifies()).code, 1);
    assert.equal(out.match(/BEGIN PUBLIC KEY/g)?.length, 2);
    writeFileSync(keyFile, out);
    assert.match((await verifies()).out, /^4 anchors hold\n/);
    assert.equal((await trail.verify()).code, 0);
    const kept = JSON.parse(readFileSync(trail.bank.keysFile, 'utf8')).anchorKeys;
    assert.deepEqual(
      kept.map((key: object) => 'd' in key),
      [true, false],
      'with the old private half nobody can sign any more',
    );
  });

  it('can check a signature with tools of their own', () => {
    const { number, hash, at, previous, suite, key, signature } = parsed()[1];
    const publicKey: KeyObject = [...trail.bank.keyRing.anchorPublicKeys.values()][0] ?? assert.fail();
    assert.equal(key, idOfKey(publicKey));
    const text = `thawline audit anchor v3\n${JSON.stringify([suite, key, previous, number, hash, at])}`;
    assert.ok(publicKey.asymmetricKeyType === 'ed25519' && signature.length === 86);
    assert.ok(verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64url')));
  });

  it('is told with 2 that a file holds no public key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    for (const content of [
      '',
      'hunter2',
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
      publicKey.export({ type: 'spki', format: 'pem' }),
    ]) {
      writeFileSync(keyFile, content);
      const { code, err } = await verifies();
      assert.equal(code, 2);
      assert.match(err, /public\.pem holds no public keys/);
    }
    rmSync(keyFile);
    assert.equal((await verifies()).code, 2);
  });
});
