/** How long the operator's page takes to open with a million events of a month, and of a single day: `npm run bench`. */

import { MissedSentenceRows } from '../bot/events/missedSentencesTable.ts';
import { plainSql } from '../kit/store/plainSql.ts';
import { hours, instant, later, seconds } from '../kit/time.ts';
import { launchBrowser } from '../test/browser/launchBrowser.ts';
import { emptySqlite } from '../test/databases/sqlite.ts';
import { OperatorService } from '../test/services/operatorPage/operatorService.ts';
import { median } from './medians.ts';

const conversations = 100_000;
/** What happens in each: it begins, a card is named, it is frozen, asked for, shown, unfrozen, and the steps between. */
const eventsEach = 10;
const rounds = 7;

for (const [name, days] of [
  ['a month', 30],
  ['a day', 1],
] as const) {
  const service = await OperatorService.open(emptySqlite);
  const browser = await launchBrowser();
  try {
    await fill(service, days);
    const page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    await page.goto(`${service.url}/operator`);
    await page.locator('a.button').click();
    await page.locator('a[href*="code=lin.yating"]').click();
    await page.locator('.tiles dd').first().waitFor();
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now();
      await page.goto(`${service.url}/operator`);
      await page.locator('.tiles dd').first().waitFor();
      times.push(performance.now() - begun);
    }
    const count = (conversations * eventsEach).toLocaleString('en');
    process.stdout.write(`the operator’s page with ${count} events of ${name}: ${said(times)}\n`);
  } finally {
    await browser.close();
    await service.close();
  }
}

/** Events of conversations that begin evenly over so many days, and how often each was told in its hour. */
async function fill({ bank: { store, now } }: OperatorService, days: number): Promise<void> {
  const first = instant(later(now(), -24 * hours * days));
  const apart = (24 * 3600 * days) / conversations;
  const kinds = `CASE n % ${eventsEach} WHEN 0 THEN 'reached' WHEN 1 THEN 'entered' WHEN 2 THEN 'left' ELSE 'reached' END`;
  const steps = `CASE n % ${eventsEach} WHEN 0 THEN 'begun' WHEN 1 THEN 'cardNumber' WHEN 2 THEN 'cardNumber'
    WHEN 3 THEN 'cardNamed' WHEN 4 THEN 'frozen' WHEN 5 THEN 'requested' WHEN 6 THEN 'attempted' ELSE 'unfrozen' END`;
  await store.transaction([], async (manager) => {
    await plainSql(
      manager,
      `WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${conversations * eventsEach - 1})
       INSERT INTO bot_events (id, at, subject, kind, channel, language, step, outcome, reason, policy, release)
       SELECT 'e' || n, strftime('%Y-%m-%dT%H:%M:%fZ', ?, '+' || ((n / ${eventsEach}) * ${apart}) || ' seconds'),
         'case-' || (n / ${eventsEach}), ${kinds}, CASE (n / ${eventsEach}) % 3 WHEN 0 THEN 'webChat' WHEN 1 THEN 'sms' ELSE 'voice' END,
         CASE (n / ${eventsEach}) % 2 WHEN 0 THEN 'en' ELSE 'zh-Hans' END, ${steps}, '', '', '', '1' FROM numbers`,
      [first],
    );
    const told = 'kind, channel, language, step, outcome, reason, policy, release';
    await plainSql(
      manager,
      `INSERT INTO bot_event_hours (id, hour, count, ${told})
       SELECT substr(at, 1, 13) || '|' || kind || '|' || channel || '|' || language || '|' || step, substr(at, 1, 13) || ':00:00.000Z',
         COUNT(*), ${told} FROM bot_events GROUP BY substr(at, 1, 13), ${told}`,
      [],
    );
    // How long the turns of each hour took, by channel and bound.
    await plainSql(
      manager,
      `INSERT INTO bot_event_hours (id, hour, count, ${told})
       SELECT hour || '|turn|' || channel || '|' || bound, hour, 100, 'turn', channel, '', '', bound, '', '', '1'
       FROM (SELECT DISTINCT hour, channel FROM bot_event_hours)
       JOIN (SELECT '0.05' AS bound UNION SELECT '0.1' UNION SELECT '0.2' UNION SELECT '0.5' UNION SELECT '1'
             UNION SELECT '2' UNION SELECT '5' UNION SELECT '10')`,
      [],
    );
    const missed = Array.from({ length: 5_000 }, (_, number) => ({
      ...{ id: `m${number}`, at: instant(later(now(), -number * seconds * 17 * days)), language: 'en' },
      ...{ channel: 'webChat', step: 'nothingBegun', words: `can you • number ${number % 300}` },
    }));
    for (let from = 0; from < missed.length; from += 500)
      await manager.insert(MissedSentenceRows, missed.slice(from, from + 500));
  });
}

function said(times: readonly number[]): string {
  const [low, middle, high] = [Math.min(...times), median(times), Math.max(...times)].map(Math.round);
  return `${middle} ms (${low}-${high})`;
}
