import assert from 'node:assert/strict';
import pino from 'pino';
import { Registry } from 'prom-client';
import sinon from 'sinon';
import { botSchema } from '../../../../../bot/botSchema.ts';
import { queueRedaction } from '../../../../../bot/channels/twilio/messages/queueRedaction.ts';
import { startRedacting } from '../../../../../bot/channels/twilio/messages/startRedacting.ts';
import type { Store } from '../../../../../kit/store/store.ts';
import { seconds } from '../../../../../kit/time.ts';
import { developmentAccount } from '../../../../../kit/twilioSettings.ts';
import type { EmptyDatabase } from '../../../../databases/emptyDatabase.ts';
import { openTestStore } from '../../../../databases/openTestStore.ts';
import { emptySqlite } from '../../../../databases/sqlite.ts';

describe('the worker that blanks messages', () => {
  const now = new Date('2026-11-24T08:00:00.000Z');
  let database: EmptyDatabase;
  let store: Store;
  let timers: sinon.SinonFakeTimers;
  beforeEach(async () => {
    database = await emptySqlite();
    store = await openTestStore(database.url, [botSchema]);
    await store.transaction([], (manager) => queueRedaction(manager, 'SM1', now));
    timers = sinon.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(async () => {
    timers.restore();
    await store.close();
    await database.remove();
  });

  async function starts(account: { sid: string; tokens: string[] }, demo: boolean) {
    let logged = '';
    const log = pino({ level: 'warn' }, { write: (line: string) => (logged += line) });
    const registry = new Registry();
    const stop = await startRedacting({ store, clock: () => now, log, registry, account, demo });
    return { stop, registry, logged: () => logged };
  }
  const waiting = async (registry: Registry) => /state="waiting"\} (\d)/.exec(await registry.metrics())?.[1];

  it('concludes what is due with the demo bank, where nothing lies anywhere else', async () => {
    const { sid, token } = developmentAccount;
    const { stop, registry, logged } = await starts({ sid, tokens: [token] }, true);
    assert.equal(await waiting(registry), '1');
    timers.tick(5 * seconds);
    while ((await waiting(registry)) !== '0') await new Promise((resolve) => setImmediate(resolve));
    assert.equal(logged(), '');
    stop();
  });

  it('lets it wait, and says so, where nothing can be called', async () => {
    const { stop, registry, logged } = await starts({ sid: `AC${'1'.repeat(32)}`, tokens: [] }, false);
    timers.tick(60 * seconds);
    assert.equal(await waiting(registry), '1');
    assert.match(logged(), /wait to be blanked: TWILIO_AUTH_TOKEN/);
    stop();
  });
});
