import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KeyRing } from '../../services/security/keyRing.ts';
import { rooms } from '../rooms.ts';
import { besidePackages, containerfile, layImage, mayIsolate, taken } from './imageTree.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const nobody = 10_001;

/** Runs in the namespaces that were made for it: the tree can only be read, and there is no network but loopback. */
const inside = `
set -eu
mount --bind "$TREE" "$TREE"
mount -o remount,bind,ro "$TREE"
ip link set lo up
exec setpriv --reuid ${nobody} --regid ${nobody} --clear-groups --bounding-set=-all --no-new-privs sh -c "$AS_NOBODY"`;

/** Starts the service, asks it how it stands, tries to write and to get out, and ends it. */
const asNobody = `
cd "$DATA_DIR"
"$NODE" "$TREE/bot/start.ts" & service=$!
"$NODE" --input-type=module -e '
  const { MANAGEMENT_PORT, TREE } = process.env;
  const { writeFileSync } = await import("node:fs");
  const tried = async (work) => { try { return await work(); } catch (error) { return error.cause?.code ?? error.code; } };
  const ready = async () => (await fetch("http://127.0.0.1:" + MANAGEMENT_PORT + "/readyz")).status;
  let status;
  for (let tries = 0; status !== 200 && tries < 600; tries++) {
    status = await tried(ready);
    if (status !== 200) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const page = await tried(async () => (await fetch("http://127.0.0.1:3978/")).status);
  const written = await tried(async () => writeFileSync(TREE + "/kit/x", ""));
  const out = await tried(async () => (await fetch("http://192.0.2.1/", { signal: AbortSignal.timeout(5000) })).status);
  console.log(JSON.stringify({ status, page, written, out, account: process.getuid() }));
'
kill -TERM $service
wait $service && echo ended`;

describe('the content of the image', function () {
  this.timeout(180_000);
  // Beside the packages: a link does not reach into another file system.
  const folder = mkdtempSync(join(besidePackages ?? tmpdir(), '.image-'));
  const tree = join(folder, 'tree');
  const data = mkdtempSync(join(tmpdir(), 'thawline-image-'));
  const keys = mkdtempSync(join(tmpdir(), 'thawline-image-'));
  before(() => layImage(tree));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    for (const place of [data, keys]) rmSync(place, { recursive: true, force: true });
  });

  it('takes over every room that production imports, and none that only tests and pages do', () => {
    const ours = new Set(Object.keys(rooms).map((room) => room.split('/')[0] ?? room));
    for (const room of ['web', 'build']) ours.delete(room);
    for (const room of [...ours, 'built', 'node_modules', 'package.json'])
      assert.ok(taken.includes(room), room);
    for (const room of ['test', 'bench', 'web', 'build', 'data', '.env'])
      assert.ok(!taken.includes(room), room);
  });

  it('has no compiler, no browser, no package for development, and under 250 MB', () => {
    for (const name of [
      'typescript',
      'esbuild',
      'playwright-core',
      '@biomejs/biome',
      'mocha',
      'node',
      'preact',
    ])
      assert.ok(!existsSync(join(tree, 'node_modules', name)), name);
    const [kilobytes = ''] = execFileSync('du', ['-sk', tree], { encoding: 'utf8' }).split('\t');
    assert.ok(Number(kilobytes) < 250 * 1024, `${kilobytes} kB`);
  });

  it('runs as nobody in particular, from a tree and with keys that can only be read, without a way out', () => {
    const keysFile = join(keys, 'keys.json');
    KeyRing.create(keysFile, 'production');
    for (const place of [data, keys, keysFile]) chownSync(place, ...owner());
    chmodSync(keysFile, 0o400);
    chmodSync(keys, 0o500);
    execFileSync('chmod', ['-R', 'a+rX', folder]);
    const environment = {
      PATH: process.env.PATH ?? '',
      NODE: process.execPath,
      TREE: tree,
      AS_NOBODY: asNobody,
      NODE_ENV: 'production',
      DATA_DIR: data,
      KEYS_FILE: keysFile,
      PUBLIC_URL: 'https://chat.bank.example',
      BRAND_FILE: join(root, 'deploy/compose/brand/brand.json'),
      TOPICS_DIR: join(root, 'demo/topics'),
      MANAGEMENT_PORT: '9464',
      STOP_GRACE: 'PT0S',
    };
    const [program = '', ...words] = mayIsolate
      ? ['unshare', '-m', '-n', 'sh', '-c', inside]
      : ['sh', '-c', asNobody];
    const { stdout, stderr } = spawnSync(program, words, { env: environment, encoding: 'utf8' });
    const [line = '{}'] = stdout.split('\n').filter((text) => text.startsWith('{'));
    const { status, page, written, out, account } = JSON.parse(line);
    assert.deepEqual([status, page], [200, 200], stderr.slice(-2000));
    assert.match(stdout, /^ended$/m, 'it ends with 0');
    if (!mayIsolate) return;
    assert.deepEqual([account, written, out], [nobody, 'EROFS', 'ENETUNREACH']);
  });

  it('has names for its operator’s program', () => {
    const link = /ln -s \/srv\/thawline\/(\S+) /.exec(containerfile)?.[1] ?? '';
    const { stdout } = spawnSync(process.execPath, [join(tree, link), '--help'], { encoding: 'utf8' });
    assert.match(stdout, /^Usage: thawline/);
  });
});

function owner(): [number, number] {
  return mayIsolate ? [nobody, nobody] : [userInfo().uid, userInfo().gid];
}
