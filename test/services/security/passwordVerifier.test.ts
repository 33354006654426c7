import assert from 'node:assert/strict';
import { join } from 'node:path';
import { FieldSealing } from '../../../services/security/fieldSealing.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { PasswordVerifiers } from '../../../services/security/passwordVerifier.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

describe('a password verifier', () => {
  const folder = temporaryFolder();
  const ring = KeyRing.openOrMake(join(folder.path, 'keys.json'), {
    clock: () => new Date(),
    production: false,
  });
  const verifiers = new PasswordVerifiers(new FieldSealing(ring));
  const place = { table: 'customers', column: 'password_verifier', row: 'one' };
  after(() => folder.remove());

  it('knows the password, and no other', async () => {
    const verifier = await verifiers.protect('246801', place);
    assert.equal(await verifiers.matches('246801', verifier, place), true);
    for (const wrong of ['246802', '', '24680', '2468011', '２４６８０１']) {
      assert.equal(await verifiers.matches(wrong, verifier, place), false);
    }
  });

  it('is Argon2id of 19 MiB and two passes, its output sealed', async () => {
    const verifier = await verifiers.protect('246801', place);
    assert.match(verifier, /^argon2id\$m=19456,t=2,p=1\$[\w-]{22}\$v1\./);
    assert.notEqual(verifier, await verifiers.protect('246801', place));
  });

  it('cannot be moved to another customer', async () => {
    const verifier = await verifiers.protect('246801', place);
    await assert.rejects(verifiers.matches('246801', verifier, { ...place, row: 'two' }));
    await assert.rejects(verifiers.matches('246801', 'something else', place));
  });

  it('is opened in its place only, and closed for another one under a nonce of its own', async () => {
    const verifier = await verifiers.protect('246801', place);
    const other = { ...place, row: 'two' };
    assert.equal(verifiers.opened(verifier, other), undefined);
    assert.equal(verifiers.opened('something else', place), undefined);
    const opened = verifiers.opened(verifier, place);
    assert.ok(opened);
    const closed = [verifiers.closed(opened, other), verifiers.closed(opened, other)];
    assert.notEqual(closed[0], closed[1]);
    for (const one of closed) {
      assert.equal(await verifiers.matches('246801', one, other), true);
      assert.equal(verifiers.isSame(verifier, place, one, other), true);
    }
    const anew = await verifiers.protect('246801', place);
    assert.equal(verifiers.isSame(verifier, place, anew, place), false);
  });
});
