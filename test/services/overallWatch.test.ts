import assert from 'node:assert/strict';
import pino from 'pino';
import { Registry } from 'prom-client';
import { alarm, watchOverall } from '../../services/overallWatch.ts';
import { ordinaryMost } from '../../services/throttling/overallLimit.ts';

describe('the watch over the overall limits', () => {
  it('shows what they count, and no number while the database is away', async () => {
    const registry = new Registry();
    let overall = async () => ({ failedAttempts: 7, cardStatusQueries: 90 });
    watchOverall(() => overall(), registry);
    assert.match(await registry.metrics(), /thawline_failed_attempts_lately 7\n/);
    assert.match(await registry.metrics(), /thawline_card_status_queries_lately 90\n/);
    overall = () => Promise.reject(new Error('away'));
    assert.match(await registry.metrics(), /thawline_failed_attempts_lately Nan\n/i);
  });

  it('warns in the log where an answer is slowed, and says nothing on an ordinary day', () => {
    const logged: string[] = [];
    const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(line) });
    alarm({ failedAttempts: ordinaryMost.failedAttempts - 1, cardStatusQueries: 5 }, log);
    assert.deepEqual(logged, []);
    alarm({ failedAttempts: ordinaryMost.failedAttempts, cardStatusQueries: 5 }, log);
    const { level, msg, tooMany } = JSON.parse(logged[0] ?? '');
    assert.deepEqual([level, tooMany], [pino.levels.values.warn, ['failedAttempts']]);
    assert.match(msg, /answers are slowed/);
  });
});
