import assert from 'node:assert/strict';
import { longer, period, periodSetting } from '../../../kit/retention/period.ts';
import { hours, minutes, seconds } from '../../../kit/time.ts';

describe('a period', () => {
  const good: [string, number][] = [
    ['PT24H', 24 * hours],
    ['P30D', 30 * 24 * hours],
    ['P1DT12H30M5S', 36 * hours + 30 * minutes + 5 * seconds],
    ['PT90M', 90 * minutes],
  ];
  for (const [text, milliseconds] of good)
    it(`reads ${text}`, () => assert.deepEqual(period(text), { text, milliseconds }));

  for (const text of ['', 'P', 'PT', 'P1DT', '24h', '24', 'P1M', 'P1Y', 'P-1D', 'PT1.5H', 'P1D ', 'P999999D'])
    it(`does not read ${JSON.stringify(text)}`, () => assert.equal(period(text), undefined));

  it('is the longer of two', () => {
    const [day, hour] = [period('P1D'), period('PT1H')];
    assert.ok(day && hour);
    assert.equal(longer(day, hour), day);
    assert.equal(longer(hour, day), day);
  });
});

describe('a setting that is a period', () => {
  const setting = periodSetting('P30D', 'PT24H');
  const problem = (text: string) => setting.safeParse(text).error?.issues[0]?.message;

  it('has its usual length where nothing is set', () => assert.equal(setting.parse(undefined).text, 'P30D'));

  it('is refused below what other promises rest on, above ten years, and where it is no duration', () => {
    assert.equal(problem('PT24H'), undefined);
    assert.equal(problem('P3650D'), undefined);
    assert.match(problem('PT23H59M') ?? '', /from PT24H to P3650D/);
    assert.match(problem('P3651D') ?? '', /from PT24H to P3650D/);
    assert.match(problem('24h') ?? '', /ISO 8601/);
  });
});
