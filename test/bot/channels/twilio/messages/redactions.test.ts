import assert from 'node:assert/strict';
import pino from 'pino';
import { Registry } from 'prom-client';
import { botSchema } from '../../../../../bot/botSchema.ts';
import { MessageLog } from '../../../../../bot/channels/twilio/messages/messageLog.ts';
import { MessageRedactionRows } from '../../../../../bot/channels/twilio/messages/messageTables.ts';
import { lostAfter } from '../../../../../bot/channels/twilio/messages/queueRedaction.ts';
import { watchRedactions } from '../../../../../bot/channels/twilio/messages/redactionMetrics.ts';
import { Redactions } from '../../../../../bot/channels/twilio/messages/redactions.ts';
import type { Store } from '../../../../../kit/store/store.ts';
import { hours, later, minutes, seconds } from '../../../../../kit/time.ts';
import { type EmptyDatabase, onEachDatabase } from '../../../../databases/databases.ts';
import { openTestStore } from '../../../../databases/openTestStore.ts';

onEachDatabase('messages that held a secret', (empty) => {
  let database: EmptyDatabase;
  let store: Store;
  let now = new Date('2026-11-24T08:00:00.000Z');
  let logged: string;
  let asked: string[];
  let trouble: Error | undefined;
  const clock = () => now;
  const passes = (milliseconds: number) => {
    now = later(now, milliseconds);
  };

  before(async () => {
    database = await empty();
    store = await openTestStore(database.url, [botSchema]);
  });
  beforeEach(async () => {
    logged = '';
    asked = [];
    trouble = undefined;
    await store.transaction([], (manager) => manager.deleteAll(MessageRedactionRows));
  });
  after(async () => {
    await store.close();
    await database.remove();
  });

  const redactions = () =>
    new Redactions({
      store,
      clock,
      log: pino({ level: 'warn' }, { write: (line: string) => (logged += line) }),
      redactor: {
        async redact(messageSid) {
          asked.push(messageSid);
          if (trouble) throw trouble;
        },
      },
    });
  const log = () => new MessageLog({ clock });
  const holds = (messageSid: string) => store.transaction([], (manager) => log().holds(manager, messageSid));
  const gauge = async () => {
    const registry = new Registry();
    watchRedactions(redactions(), registry);
    return registry.metrics();
  };

  it('are blanked once, however often that was asked for and however many look', async () => {
    for (const sid of ['SM1', 'SM1', 'SM2']) await holds(sid);
    const done = await Promise.all([redactions().redactDue(), redactions().redactDue()]);
    assert.equal(done[0] + done[1], 2);
    assert.deepEqual(asked.sort(), ['SM1', 'SM2']);
    passes(2 * hours);
    assert.equal(await redactions().redactDue(), 0);
    assert.match(await gauge(), /thawline_redactions_undone\{state="waiting"\} 0/);
  });

  it('are tried again after growing waits, for a day, and are then given up loudly', async () => {
    await holds('SM1');
    trouble = new Error('the provider did not blank it: 20009');
    const tries: number[] = [];
    for (let minute = 0; minute <= 25 * 60; minute++) {
      const before = asked.length;
      await redactions().redactDue();
      if (asked.length > before) tries.push(minute);
      passes(1 * minutes);
      if (logged.includes('given up')) break;
    }
    assert.deepEqual(tries.slice(0, 6), [0, 1, 2, 3, 4, 6]);
    assert.ok(tries.length < 50 && (tries.at(-1) ?? 0) >= 24 * 60, String(tries));
    assert.match(logged, /"level":50.*"message":"SM1".*given up/);
    assert.match(await gauge(), /thawline_redactions_undone\{state="givenUp"\} 1/);
    const before = asked.length;
    passes(2 * hours);
    await redactions().redactDue();
    assert.equal(asked.length, before);
  });

  it('are blanked again where the process died that had claimed them', async () => {
    await holds('SM1');
    const died = new Redactions({ ...parts(), redactor: { redact: () => new Promise(() => {}) } });
    void died.redactDue();
    while ((await tries('SM1')) === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(await redactions().redactDue(), 0);
    passes(10 * seconds);
    assert.equal(await redactions().redactDue(), 1);
  });

  describe('and of which nobody has looked at what they held', () => {
    const fears = (messageSid: string) =>
      store.transaction([], (manager) => log().fearLoss(manager, messageSid));
    const dismisses = (messageSid: string) =>
      store.transaction([], (manager) => log().dismissFear(manager, messageSid));

    it('are blanked a minute after they came, when they were lost with their process', async () => {
      await fears('SM3');
      passes(lostAfter - 1);
      assert.equal(await redactions().redactDue(), 0);
      assert.match(
        await gauge(),
        /thawline_redactions_undone\{state="waiting"\} 0/,
        'nobody waits for it yet',
      );
      passes(1);
      assert.match(await gauge(), /thawline_redactions_undone\{state="waiting"\} 1/);
      assert.equal(await redactions().redactDue(), 1);
      assert.deepEqual(asked, ['SM3']);
      assert.equal(await redactions().redactDue(), 0);
    });

    it('are blanked at once where somebody has, and they hold something', async () => {
      await fears('SM3');
      await holds('SM3');
      assert.equal(await redactions().redactDue(), 1);
      assert.deepEqual(asked, ['SM3']);
    });

    it('are left alone where somebody has, and they hold nothing', async () => {
      await fears('SM3');
      await dismisses('SM3');
      passes(lostAfter);
      assert.equal(await redactions().redactDue(), 0);
      assert.deepEqual(await rows(), []);
    });

    it('are feared for once: what is to be blanked stays so when the message comes again', async () => {
      await holds('SM3');
      const [queued] = await rows();
      await fears('SM3');
      await dismisses('SM3');
      assert.deepEqual(await rows(), [queued]);
      await redactions().redactDue();
      await fears('SM3');
      await holds('SM3');
      passes(lostAfter);
      assert.equal(await redactions().redactDue(), 0, 'and what was blanked is not blanked again');
    });

    it('are given up a day after it was feared that they are lost, and no sooner', async () => {
      await fears('SM3');
      trouble = new Error('the provider did not blank it: 20009');
      passes(lostAfter + 24 * hours - 1);
      await redactions().redactDue();
      assert.doesNotMatch(logged, /given up/);
      passes(1 * hours);
      await redactions().redactDue();
      assert.match(logged, /given up/);
    });
  });

  const rows = () => store.read((manager) => manager.find(MessageRedactionRows));
  const parts = () => ({ store, clock, log: pino({ level: 'silent' }) });
  const tries = async (messageSid: string) =>
    (await store.read((manager) => manager.findOneBy(MessageRedactionRows, { messageSid })))?.tries ?? 0;
});
