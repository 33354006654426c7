import assert from 'node:assert/strict';
import pino from 'pino';
import { Registry } from 'prom-client';
import { alarm, watchOverall } from '../../services/overallWatch.ts';

const most = { failedAttempts: 300, cardStatusQueries: 3000, wrongCodes: 300 };

describe('the watch over the overall limits', () => {
  it('shows what they count, and no number while the database is away', async () => {
    const registry = new Registry();
    const counts = { failedAttempts: 7, cardStatusQueries: 90, wrongCodes: 4 };
    let overall = async () => ({ counts, most });
    watchOverall(() => overall(), registry);
    assert.match(await registry.metrics(), /thawline_failed_attempts_lately 7\n/);
    assert.match(await registry.metrics(), /thawline_card_status_queries_lately 90\n/);
    assert.match(await registry.metrics(), /thawline_failed_attempts_ordinary 300\n/);
    assert.match(await registry.metrics(), /thawline_card_status_queries_ordinary 3000\n/);
    overall = () => Promise.reject(new Error('away'));
    assert.match(await registry.metrics(), /thawline_failed_attempts_lately Nan\n/i);
  });

  it('warns in the log where an answer is slowed, and says nothing on an ordinary day', () => {
    const logged: string[] = [];
    const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(line) });
    alarm({ counts: { failedAttempts: 299, cardStatusQueries: 5, wrongCodes: 0 }, most }, log);
    assert.deepEqual(logged, []);
    alarm({ counts: { failedAttempts: 300, cardStatusQueries: 5, wrongCodes: 0 }, most }, log);
    const { level, msg, tooMany } = JSON.parse(logged[0] ?? '');
    assert.deepEqual([level, tooMany], [pino.levels.values.warn, ['failedAttempts']]);
    assert.match(msg, /answers are slowed/);
  });
});
