import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { Thawline } from '../journeys/thawline.ts';

const token = 'only-for-tests-and-long-enough-for-it';

describe('npm run start:processor', () => {
  let thawline: Thawline;
  beforeEach(() => {
    thawline = Thawline.installed();
  });
  afterEach(() => thawline.close());

  const starts = (settings: Record<string, string>) =>
    thawline.run('services/main.ts', [], { PROCESSOR_PORT: '0', ...settings });

  const refused: [string, Record<string, string>, string[]][] = [
    ['no token', {}, ['PROCESSOR_TOKEN']],
    ['a short token', { PROCESSOR_TOKEN: 'hunter2' }, ['PROCESSOR_TOKEN']],
    [
      'wrong settings',
      { PROCESSOR_PORT: 'x', DATABASE_URL: 'mysql://x' },
      ['DATABASE_URL', 'PROCESSOR_PORT'],
    ],
    ['an address that others reach', { PROCESSOR_TOKEN: token, DEMO: 'off', HOST: '0.0.0.0' }, ['HOST']],
    [
      'certificate files that are not there',
      { PROCESSOR_TOKEN: token, PROCESSOR_TLS_CERT: '/none/c', PROCESSOR_TLS_KEY: '/none/k' },
      ['PROCESSOR_TLS_CERT', 'PROCESSOR_TLS_KEY'],
    ],
    [
      'production with what is for trying only',
      { NODE_ENV: 'production', DEMO: 'on', HOST: '0.0.0.0' },
      ['DEMO', 'KEYS_FILE', 'HOST', 'PROCESSOR_TOKEN'],
    ],
  ];
  for (const [what, settings, names] of refused) {
    it(`is refused with ${what}, with exit code 2`, async () => {
      const { code, out, err } = await starts(settings);
      assert.deepEqual([code, out], [2, '']);
      const found = err
        .split('\n')
        .slice(1, -1)
        .map((line) => line.split(':')[0]);
      assert.deepEqual(found, names);
      assert.doesNotMatch(err, /hunter2|mysql/);
    });
  }

  it('names a port that another program has, with exit code 2', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { code, err } = await starts({ PROCESSOR_TOKEN: token, PROCESSOR_PORT: String(port) });
    other.close();
    assert.equal(code, 2);
    assert.match(err, new RegExp(`port ${port}: another program listens there`));
  });

  it('serves the secure form on a port of its own, and ends with 0 when it is told to', async () => {
    const apart = await Thawline.startedApart();
    const [, form = ''] = /"url":"([^"]+)","msg":"the secure form is served"/.exec(apart.log) ?? [];
    const status = async (url: string) => (await fetch(url)).status;
    assert.deepEqual([await status(`${form}/s/x`), await status(`${form}/bank/v1/openapi.json`)], [200, 404]);
    assert.equal(await status(`${apart.processor?.url}/s/x`), 404);
    assert.equal(await apart.processor?.end('SIGTERM'), 0);
    await apart.close();
  });
});

describe('a bot whose bank’s side is elsewhere', () => {
  let thawline: Thawline;
  before(() => {
    thawline = Thawline.installed();
  });
  after(() => thawline.close());

  const refused: [string, Record<string, string>, RegExp][] = [
    ['without its token', { PROCESSOR_URL: 'http://127.0.0.1:1' }, /^PROCESSOR_TOKEN: /m],
    [
      'on another machine without https',
      { PROCESSOR_URL: 'http://bank.example', PROCESSOR_TOKEN: token },
      /^PROCESSOR_URL: another machine must be reached over https/m,
    ],
    [
      'without a token or a certificate of its own',
      { PROCESSOR_URL: 'https://bank.example', PROCESSOR_TLS_CA: '/none/ca' },
      /^PROCESSOR_TOKEN: .*, or PROCESSOR_TLS_CERT$/m,
    ],
    [
      'with certificates for plain http',
      { PROCESSOR_URL: 'http://127.0.0.1:1', PROCESSOR_TOKEN: token, PROCESSOR_TLS_CA: '/none/ca' },
      /^PROCESSOR_URL: the PROCESSOR_TLS_ settings want an https address/m,
    ],
    [
      'with certificate files that are not there',
      { PROCESSOR_URL: 'https://127.0.0.1:1', PROCESSOR_TOKEN: token, PROCESSOR_TLS_CA: '/none/ca' },
      /^PROCESSOR_TLS_CA: \/none\/ca cannot be read \(ENOENT\)$/m,
    ],
    ['at no address', { PROCESSOR_URL: 'bank.example', PROCESSOR_TOKEN: token }, /^PROCESSOR_URL: /m],
  ];
  for (const [what, settings, reason] of refused) {
    it(`is refused ${what}, with exit code 2`, async () => {
      const { code, err } = await thawline.run('bot/main.ts', [], { PORT: '0', ...settings });
      assert.equal(code, 2);
      assert.match(err, reason);
    });
  }
});
