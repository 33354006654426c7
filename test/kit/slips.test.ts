import assert from 'node:assert/strict';
import pino from 'pino';
import { Registry } from 'prom-client';
import { Slips } from '../../kit/slips.ts';

describe('what is likely a slip', () => {
  function noticing() {
    const lines: { level: number; slip: string; about?: string; msg: string }[] = [];
    const registry = new Registry();
    const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
    return { lines, registry, slips: new Slips({ log, registry }) };
  }

  it('is warned of once, and counted as often as it shows', async () => {
    const { lines, registry, slips } = noticing();
    for (let time = 0; time < 3; time++) slips.notice({ slip: 'proxyNotNamed', about: '10.0.0.1' });
    slips.notice({ slip: 'proxyNotNamed', about: '10.0.0.2' });
    assert.deepEqual(
      lines.map(({ level, slip, about }) => [level, slip, about]),
      [
        [40, 'proxyNotNamed', '10.0.0.1'],
        [40, 'proxyNotNamed', '10.0.0.2'],
      ],
    );
    assert.match(lines[0]?.msg ?? '', /not named in TRUSTED_PROXIES/);
    const metrics = await registry.metrics();
    assert.match(metrics, /thawline_slips_total\{slip="proxyNotNamed"\} 4/);
    assert.match(metrics, /thawline_slips_total\{slip="databaseWithoutTls"\} 0/);
  });

  it('fills no log where the outside decides how many there are', () => {
    const { lines, slips } = noticing();
    for (let count = 0; count < 1000; count++)
      slips.notice({ slip: 'proxyNotNamed', about: `10.0.0.${count}` });
    slips.notice({ slip: 'databaseWithoutTls' });
    assert.equal(lines.length, 21);
  });
});
