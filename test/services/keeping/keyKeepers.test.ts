import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keeperAt } from '../../../services/keeping/keeperSettings.ts';
import type { KeyKeeper } from '../../../services/keeping/keyKeeper.ts';
import { openKeyRing } from '../../../services/keeping/openKeys.ts';
import type { TransitAddress } from '../../../services/keeping/transitClient.ts';
import { KeyRing } from '../../../services/security/keyRing.ts';
import { readKeyFile } from '../../../services/security/keyRingFile.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { type Mood, TransitService } from './transitService.ts';

const clock = () => new Date('2026-11-24T08:00:00.000Z');

describe('a keeper of the keys', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let service: TransitService;
  let keysFile: string;
  let keysTransit: TransitAddress;
  beforeEach(async () => {
    folder = temporaryFolder();
    service = await TransitService.started();
    keysFile = join(folder.path, 'keys.json');
    const tokenFile = join(folder.path, 'token');
    writeFileSync(tokenFile, `${service.token}\n`);
    keysTransit = { url: service.url, mount: 'transit', key: 'thawline', namespace: undefined, tokenFile };
  });
  afterEach(async () => {
    await service.close();
    folder.remove();
  });
  const settings = (at = keysTransit) => ({ keysFile, production: true, keysTransit: at });
  const create = async (keeper = keeperAt(keysTransit)) =>
    KeyRing.create(keysFile, 'production', await keeper.newForm());
  const open = (at?: TransitAddress) => openKeyRing(settings(at), clock);
  const secrets = (ring: KeyRing) => [
    ring.fieldKey.key,
    ring.secret('indexKey'),
    ring.secret('auditKey'),
    ring.secret('webChatTokenKey'),
  ];

  const keepers: Record<string, () => TransitAddress | undefined> = {
    'the file': () => undefined,
    'a transit service': () => keysTransit,
  };
  for (const [name, at] of Object.entries(keepers))
    describe(`that is ${name}`, () => {
      let keeper: KeyKeeper;
      beforeEach(() => {
        keeper = keeperAt(at());
      });
      const opened = () => openKeyRing({ keysFile, production: true, keysTransit: at() }, clock);

      it('opens a key file that it has made, again and again, to the same keys', async () => {
        await create(keeper);
        assert.deepEqual(secrets(await opened()), secrets(await opened()));
        await keeper.check(keysFile, readKeyFile(keysFile));
      });

      it('lets a ring that is in use follow a rotation, and another open what it has written', async () => {
        await create(keeper);
        const [running, operator] = [await opened(), await opened()];
        for (const key of ['fieldKeys', 'indexKey', 'auditKey'] as const) operator.rotate(key);
        operator.announce('webChatTokenKey');
        operator.rotateAnchorKey();
        assert.deepEqual(secrets(running), secrets(operator));
        assert.deepEqual(secrets(await opened()), secrets(operator));
        running.assertUnchanged();
      });

      it('opens a copy as it opens the file, and neither when it was changed', async () => {
        await create(keeper);
        const ring = await opened();
        const copy = join(folder.path, 'copy.json');
        ring.copyTo(copy);
        const held = secrets(ring);
        writeFileSync(keysFile, readFileSync(copy), { mode: 0o600 });
        assert.deepEqual(secrets(await opened()), held);
        writeFileSync(keysFile, readFileSync(copy, 'utf8').replace(/"purpose": "\w+"/, '"purpose": "none"'));
        await assert.rejects(opened(), { code: 'keysUnusable' });
      });

      it('does not open the file of the other', async () => {
        const other = name === 'the file' ? keysTransit : undefined;
        await create(keeperAt(other));
        await assert.rejects(opened(), { code: 'keysUnusable', message: /KEYS_TRANSIT_URL|keys wrap/ });
      });
    });

  describe('that is a transit service', () => {
    it('leaves nothing in the file that opens anything, and asks as Vault is asked', async () => {
      const { indexKey, auditKey, fieldKeys } = await create();
      const text = readFileSync(keysFile, 'utf8');
      for (const secret of [indexKey, auditKey, ...fieldKeys.map(({ key }) => key)])
        assert.ok(!text.includes(secret));
      assert.match(JSON.parse(text).keeper.wrapped, /^vault:v1:/);
      service.asked.length = 0;
      await open();
      assert.deepEqual(service.asked, ['POST /v1/transit/decrypt/thawline']);
    });

    it('closes the file anew with the newest version of its key, and a running ring goes on', async () => {
      await create();
      const ring = await open();
      const held = secrets(ring);
      service.rotate();
      const operator = await open();
      operator.writeAs(await keeperAt(keysTransit).formAnew(keysFile, readKeyFile(keysFile)));
      assert.match(JSON.parse(readFileSync(keysFile, 'utf8')).keeper.wrapped, /^vault:v2:/);
      service.opensFrom(2);
      assert.deepEqual(secrets(ring), held);
      assert.deepEqual(secrets(await open()), held);
      ring.rotate();
      assert.match(
        JSON.parse(readFileSync(keysFile, 'utf8')).keeper.wrapped,
        /^vault:v2:/,
        'whoever writes next',
      );
      assert.ok(await open());
    });

    it('refuses a file whose key it does not open any more', async () => {
      await create();
      service.rotate();
      service.opensFrom(2);
      await assert.rejects(open(), { code: 'keysUnusable', message: /refuses to decrypt \(400\)/ });
    });

    it('refuses a file that was closed with another key, at the start and under a running ring', async () => {
      await create();
      const ring = await open();
      const own = readFileSync(keysFile);
      const other = join(folder.path, 'other.json');
      KeyRing.create(other, 'production', await keeperAt(keysTransit).newForm());
      writeFileSync(keysFile, readFileSync(other), { mode: 0o600 });
      assert.throws(() => ring.fieldKey, { code: 'keysUnusable' });
      writeFileSync(keysFile, own);
      assert.ok(ring.fieldKey);
      const mixed = { ...JSON.parse(own.toString()), keeper: JSON.parse(readFileSync(other, 'utf8')).keeper };
      writeFileSync(keysFile, JSON.stringify(mixed));
      await assert.rejects(open(), { code: 'keysUnusable' });
    });

    it('is asked with the token that stands in its file now, which is never said', async () => {
      await create();
      const wrong = 'hvs.of-somebody-else';
      writeFileSync(keysTransit.tokenFile, wrong);
      await assert.rejects(open(), (error: Error & { code: string }) => {
        assert.equal(error.code, 'keysUnusable');
        assert.match(error.message, /refuses to decrypt \(403\)/);
        assert.ok(!JSON.stringify(error, Object.getOwnPropertyNames(error)).includes(wrong));
        return true;
      });
      writeFileSync(keysTransit.tokenFile, service.token);
      assert.ok(await open());
      for (const content of ['', '\n', 'two\nlines', 'a\u0000b']) {
        writeFileSync(keysTransit.tokenFile, content);
        await assert.rejects(open(), { code: 'keysUnusable', message: /TOKEN_FILE: .* holds no token/ });
      }
      await assert.rejects(open({ ...keysTransit, tokenFile: join(folder.path, 'none') }), {
        message: /TOKEN_FILE: .* cannot be read \(ENOENT\)/,
      });
    });

    it('is told from one that refuses where it is away, sealed, a standby, busy or answers with something else', async () => {
      await create();
      const away: Mood[] = [500, 502, 503, 429, 472, 473, 'html', 'halfJson', 'huge'];
      for (const mood of away) {
        service.mood = mood;
        await assert.rejects(
          open(),
          { code: 'storeUnavailable', message: /^the transit service/ },
          String(mood),
        );
      }
      for (const mood of [400, 403, 404]) {
        service.mood = mood;
        await assert.rejects(open(), { code: 'keysUnusable' }, String(mood));
      }
      service.mood = 'otherBytes';
      await assert.rejects(open(), { code: 'keysUnusable', message: /closed with another key/ });
      const keeper = keeperAt(keysTransit);
      await assert.rejects(keeper.newForm(), {
        code: 'storeUnavailable',
        message: /did not give back the key that it had closed/,
      });
      service.mood = 'well';
      assert.ok(await open());
    });

    it('is not waited for longer than three seconds', async () => {
      await create();
      service.mood = 'silent';
      await assert.rejects(open(), { code: 'storeUnavailable', message: /gave no answer in time/ });
    }).timeout(20_000);

    it('is reached over https, or on this machine, with a token, and nowhere else', () => {
      assert.throws(() => keeperAt({ ...keysTransit, url: 'http://vault.bank.example' }), {
        code: 'settingsInvalid',
        message: /KEYS_TRANSIT_URL: another machine must be reached over https/,
      });
      assert.throws(() => keeperAt({ ...keysTransit, tokenFile: '' }), {
        message: /KEYS_TRANSIT_TOKEN_FILE/,
      });
      assert.ok(keeperAt({ ...keysTransit, url: 'https://vault.bank.example' }));
    });
  });
});
