import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { minutes } from '../../kit/time.ts';
import { isLong } from '../counts.ts';
import { root } from '../runs/imports.ts';

const hasBuildah = spawnSync('buildah', ['--version']).status === 0 && process.getuid?.() === 0;

/** Starts the image as it is, with a key file of its own and no way out, and says how it stands. */
const starts = `
set -eu
ip link set lo up
run() {
  buildah $STORES run --isolation chroot -v "$ROOT/deploy/compose/brand:/etc/thawline/brand:ro" -v "$ROOT/demo/topics:/etc/thawline/topics:ro" \\
    -e KEYS_FILE=/var/lib/thawline/keys.json -e PUBLIC_URL=https://chat.bank.example -e BRAND_FILE=/etc/thawline/brand/brand.json \\
    -e TOPICS_DIR=/etc/thawline/topics "$CONTAINER" -- "$@"
}
run thawline keys create
run node /srv/thawline/bot/start.ts &
"$NODE" -e '
  const status = async (url) => (await fetch(url).catch(() => ({}))).status;
  (async () => {
    for (let tries = 0; tries < 600 && (await status("http://127.0.0.1:9464/readyz")) !== 200; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    console.log("stands", await status("http://127.0.0.1:9464/readyz"), await status("http://127.0.0.1:3978/"));
  })();'
`;

describe('the image that buildah makes of the Containerfile', function () {
  this.timeout(20 * minutes);

  if (!isLong || !hasBuildah) {
    it('is made in the long run, by root, where buildah is installed', () => {
      if (isLong) process.stderr.write('the image was not built: buildah is not here, or this is not root\n');
    });
    return;
  }

  const folder = mkdtempSync(join(tmpdir(), 'thawline-built-'));
  const stores = ['--root', join(folder, 'images'), '--runroot', join(folder, 'running')];
  const buildah = (...words: string[]) =>
    execFileSync('buildah', [...stores, ...words], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      stdio: 'pipe',
    }).trim();
  let container: string;
  let tree: string;

  before(() => {
    const base = join(folder, 'base');
    layBase(base);
    const scratch = buildah('from', 'scratch');
    buildah('copy', '--quiet', scratch, base, '/');
    buildah(
      'config',
      '--env',
      'PATH=/usr/local/bin:/usr/bin:/bin',
      '--env',
      `NODE_EXTRA_CA_CERTS=${authorities}`,
      scratch,
    );
    buildah('commit', '--quiet', '--rm', scratch, 'localhost/base');
    const context = join(folder, 'context');
    mkdirSync(context);
    execFileSync('tar', ['-x', '-C', context], {
      input: execFileSync('git', ['-C', root, 'archive', 'HEAD'], { maxBuffer: 2 ** 30 }),
    });
    const cache = join(String(execFileSync('npm', ['config', 'get', 'cache'])).trim(), '_cacache');
    const cached = existsSync(cache) ? ['--volume', `${cache}:/root/.npm/_cacache`] : [];
    const file = ['--file', join(context, 'deploy/Containerfile'), '--build-arg', 'NODE=localhost/base'];
    buildah('build', '--isolation', 'chroot', ...file, ...cached, '--tag', 'localhost/thawline', context);
    container = buildah('from', '--pull-never', 'localhost/thawline');
    tree = join(buildah('mount', container), 'srv/thawline');
  });
  after(() => {
    spawnSync('buildah', [...stores, 'rm', '--all']);
    spawnSync('buildah', [...stores, 'rmi', '--all', '--force']);
    rmSync(folder, { recursive: true, force: true });
  });

  it('has under 250 MB without Node, no package for development, and its bill of materials', () => {
    const [kilobytes = ''] = execFileSync('du', ['-sk', tree], { encoding: 'utf8' }).split('\t');
    assert.ok(Number(kilobytes) < 250 * 1024, `${kilobytes} kB`);
    process.stderr.write(`the image without Node and its base: ${Math.round(Number(kilobytes) / 1024)} MB\n`);
    for (const name of ['typescript', 'esbuild', 'mocha', 'node'])
      assert.ok(!existsSync(join(tree, 'node_modules', name)), name);
    const { components } = JSON.parse(readFileSync(join(tree, 'sbom.cdx.json'), 'utf8'));
    assert.ok(components.length > 100);
  });

  it('starts as it is: it is ready, and has the chat', () => {
    const env = {
      ...{ PATH: process.env.PATH, STORES: stores.join(' '), CONTAINER: container },
      ...{ NODE: process.execPath, ROOT: resolve(root) },
    };
    const apart = ['--net', '--pid', '--fork', '--mount-proc', 'sh', '-c', starts];
    const { stdout, stderr } = spawnSync('unshare', apart, { env, encoding: 'utf8', timeout: 5 * minutes });
    assert.match(stdout, /^stands 200 200$/m, stderr.slice(-2000));
  });
});

const authorities = '/etc/ssl/certs/ca-certificates.crt';

/** A base as a distribution would have it: Node with npm, a shell, and the few programs that the Containerfile calls. */
function layBase(base: string): void {
  const found = (program: string) => String(execFileSync('which', [program])).trim();
  const npm = dirname(dirname(realpathSync(found('npm'))));
  const programs = ['sh', 'env', 'install', 'ln', 'mkdir', 'cat', 'setpriv'].map(found);
  for (const place of [
    'usr/local/bin',
    'usr/local/lib/node_modules',
    'tmp',
    'root',
    'proc',
    'dev',
    'sys',
    'etc',
  ])
    mkdirSync(join(base, place), { recursive: true });
  for (const program of programs)
    cpSync(realpathSync(program), join(base, 'usr/bin', program.split('/').at(-1) ?? ''));
  cpSync(join(base, 'usr/bin'), join(base, 'bin'), { recursive: true });
  cpSync(realpathSync(process.execPath), join(base, 'usr/local/bin/node'));
  cpSync(npm, join(base, 'usr/local/lib/node_modules/npm'), { recursive: true });
  execFileSync('ln', ['-s', '../lib/node_modules/npm/bin/npm-cli.js', join(base, 'usr/local/bin/npm')]);
  const libraries = new Set(
    [...programs, process.execPath].flatMap((program) =>
      [...String(execFileSync('ldd', [realpathSync(program)])).matchAll(/(\/\S+)(?= \()/g)].map(
        ([, file = '']) => file,
      ),
    ),
  );
  // What looks names up is loaded by name when it is needed.
  for (const library of ['libnss_dns.so.2', 'libnss_files.so.2', 'libresolv.so.2'])
    libraries.add(join(dirname([...libraries].find((file) => /libc\.so/.test(file)) ?? '/lib'), library));
  for (const file of [...libraries, ...(existsSync(authorities) ? [authorities] : [])])
    if (existsSync(file)) cpSync(realpathSync(file), join(base, file));
}
