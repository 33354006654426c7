import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as z from 'zod';
import { BrandWritten } from '../../brand/brandWritten.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, 'deploy/compose');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const Service = z.looseObject({
  image: z.string(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()),
  restart: z.literal('unless-stopped'),
});
const Compose = z.looseObject({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.looseObject({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
});
const compose = Compose.parse(parse(read('deploy/compose/compose.yaml'), { merge: true, uniqueKeys: true }));
const services = Object.entries(compose.services);
const own = services.filter(([, { image }]) => image.includes('THAWLINE_IMAGE'));

describe('the compose file', () => {
  it('names what is there: files, volumes, networks, secrets', () => {
    const isNamed = (place: string) => /^[\w-]+$/.test(place);
    for (const [name, service] of services) {
      for (const volume of service.volumes) {
        const [from = ''] = volume.split(':');
        assert.ok(
          isNamed(from) ? from in compose.volumes : existsSync(join(folder, from)),
          `${name}: ${from}`,
        );
      }
      for (const network of service.networks) assert.ok(network in compose.networks, `${name}: ${network}`);
      for (const secret of service.secrets) assert.ok(secret in compose.secrets, `${name}: ${secret}`);
    }
  });

  it('runs our services as nobody in particular, with a file system that nobody writes', () => {
    assert.deepEqual(
      own.map(([name]) => name),
      ['bot', 'processor'],
    );
    for (const [, service] of own) {
      assert.deepEqual(
        [service.read_only, service.user, service.cap_drop, service.security_opt],
        [true, '10001:10001', ['ALL'], ['no-new-privileges:true']],
      );
      const [program = ''] = service.command ?? [];
      assert.ok(existsSync(join(root, program.replace('/srv/thawline/', ''))), program);
    }
  });

  it('names the brand, which production does not start without', () => {
    BrandWritten.parse(JSON.parse(read('deploy/compose/brand/brand.json')));
    for (const [, { environment, volumes }] of own) {
      assert.equal(environment.BRAND_FILE, '/etc/thawline/brand/brand.json');
      assert.ok(volumes.includes('./brand:/etc/thawline/brand:ro'));
    }
  });

  it('names the answers of the bank, which the bot does not start without', () => {
    const bot = own.find(([name]) => name === 'bot')?.[1];
    assert.equal(bot?.environment.TOPICS_DIR, '/etc/thawline/topics');
    assert.ok(bot?.volumes.includes('../../demo/topics:/etc/thawline/topics:ro'));
  });

  it('lets nothing but the proxy be reached from beyond the machine, and no half the other one’s database', () => {
    const open = services.filter(([, { ports }]) => ports.some((port) => !port.startsWith('127.0.0.1:')));
    assert.deepEqual(
      open.map(([name]) => name),
      ['proxy'],
    );
    const networks = (name: string) => compose.services[name]?.networks ?? [];
    assert.deepEqual(
      networks('bot').filter((one) => networks('processor').includes(one)),
      ['front', 'link', 'watched'],
    );
    assert.ok(!networks('postgres').some((one) => !compose.networks[one]?.internal));
    assert.match(read('deploy/compose/Caddyfile'), /@operator path \/metrics/);
  });

  it('sets only what is a setting, secrets by files that prepare.sh makes', () => {
    const known = new Set([...read('.env.example').matchAll(/^#(\w+)=/gm)].map(([, name = '']) => name));
    const prepare = read('deploy/compose/prepare.sh');
    for (const [, { environment }] of own)
      for (const [name, value] of Object.entries(environment)) {
        assert.ok(known.has(name.replace(/(TOKEN|DATABASE_URL)_FILE$/, '$1')), name);
        const [, secret] = /^\/run\/secrets\/(.+)$/.exec(value) ?? [];
        assert.ok(secret === undefined || secret in compose.secrets, value);
      }
    for (const secret of Object.keys(compose.secrets)) {
      const made = secret.replace(/-certificate$/, '').replace(/^(bot|processor)/, '(\\$half|$1)');
      assert.match(prepare, new RegExp(made), secret);
    }
  });
});

describe('what is watched', () => {
  const code = ['kit', 'services', 'bot'];
  const shown = new Set<string>();
  before(async () => {
    const { globSync } = await import('node:fs');
    for (const file of globSync(
      code.map((room) => `${room}/**/*.ts`),
      { cwd: root },
    ))
      for (const [name] of read(file).matchAll(/\bthawline_[a-z_]+/g)) shown.add(name);
  });
  const alerts = z
    .object({ groups: z.array(z.object({ rules: z.array(z.record(z.string(), z.unknown())) })) })
    .parse(parse(read('deploy/alerts.yaml')));
  const rules = alerts.groups.flatMap((group) => group.rules);
  const dashboard = JSON.parse(read('deploy/dashboard.json'));

  it('is what the services show', () => {
    const named = [JSON.stringify(rules), JSON.stringify(dashboard)].flatMap((text) =>
      [...text.matchAll(/\bthawline_[a-z_]+/g)].map(([name]) => name.replace(/_bucket$/, '')),
    );
    assert.ok(named.length > 20);
    for (const name of named) assert.ok(shown.has(name), name);
  });

  it('has a runbook for each alert', () => {
    const operations = read('docs/operations.md');
    const headings = [...operations.matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
      text
        .toLowerCase()
        .replace(/[^a-z ]/g, '')
        .replaceAll(' ', '-'),
    );
    for (const { annotations } of rules) {
      const { runbook } = z.looseObject({ runbook: z.string() }).parse(annotations);
      const [page, place = ''] = runbook.split('#');
      assert.equal(page, 'docs/operations.md');
      assert.ok(headings.includes(place), runbook);
    }
  });
});

describe('the systemd unit', () => {
  const unit = read('deploy/systemd/thawline@.service');

  it('starts what is there, waits for its end, and is kept from all else', () => {
    assert.match(
      unit,
      /^ExecStart=\/srv\/thawline\/node_modules\/\.bin\/node \/srv\/thawline\/%i\/start\.ts$/m,
    );
    for (const half of ['bot', 'services']) assert.ok(existsSync(join(root, half, 'start.ts')));
    const [, grace] = /STOP_GRACE=PT(\d+)S/.exec(unit) ?? [];
    const [, patience] = /^TimeoutStopSec=(\d+)$/m.exec(unit) ?? [];
    assert.ok(Number(patience) >= Number(grace) + 15);
    for (const line of [
      'NoNewPrivileges=yes',
      'ProtectSystem=strict',
      'CapabilityBoundingSet=',
      'UMask=0077',
    ])
      assert.match(unit, new RegExp(`^${line}$`, 'm'));
  });
});
