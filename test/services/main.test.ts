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

  it('is refused with every wrong setting at once, with exit code 2', async () => {
    const settings = { PROCESSOR_TOKEN: 'hunter2', PROCESSOR_PORT: 'x', DATABASE_URL: 'mysql://x' };
    const { code, out, err } = await starts(settings);
    assert.deepEqual([code, out], [2, '']);
    const names = err.split('\n').map((line) => line.split(':')[0]);
    assert.deepEqual(names, [
      'Thawline cannot start.',
      'DATABASE_URL',
      'PROCESSOR_TOKEN',
      'PROCESSOR_PORT',
      '',
    ]);
    assert.doesNotMatch(err, /hunter2|mysql/);
  });

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
