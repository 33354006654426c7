import assert from 'node:assert/strict';
import { minutes } from '../../kit/time.ts';
import { counts } from '../counts.ts';
import { Fleet } from './fleet.ts';
import { callsToUnfreeze, textsToUnfreeze } from './telephoneCustomers.ts';
import { WebCustomer } from './webCustomer.ts';

const customers = counts.fleetCustomers;
const atOnce = 12;
/** Fewer turns has nobody who comes to the end. */
const leastSteps = 4;

describe('three bots and two processors on one PostgreSQL', function () {
  this.timeout((customers > 100 ? 20 : 6) * minutes);
  let fleet: Fleet;
  before(async () => {
    fleet = await Fleet.started(customers);
  });
  after(() => fleet?.close());

  it('answer everybody and do nothing twice, while one of each dies and the database starts again', async () => {
    const web: WebCustomer[] = [];
    let steps = 0;
    const incidents = [
      { after: 0.25, does: () => fleet.loses(fleet.bots[1]) },
      { after: 0.5, does: () => fleet.loses(fleet.processors[0]) },
      { after: 0.7, does: () => fleet.cluster.restart() },
    ];
    const happened: Promise<void>[] = [];
    const stepped = () => {
      steps += 1;
      const [incident] = incidents;
      if (!incident || steps < incident.after * customers * leastSteps) return;
      incidents.shift();
      happened.push(incident.does());
    };
    const kinds = [
      (place: number) => comesToWebChat(place, 'polls'),
      (place: number) => comesToWebChat(place, 'listens'),
      (place: number) => callsToUnfreeze(fleet.url, cardOf(place), place, stepped),
      (place: number) => textsToUnfreeze(fleet.url, cardOf(place), place, stepped),
    ];
    const cardOf = (place: number) => {
      const card = fleet.cards[place];
      assert.ok(card);
      return card;
    };
    const comesToWebChat = async (place: number, how: 'polls' | 'listens') => {
      const customer = new WebCustomer(fleet.url, cardOf(place), place);
      web.push(customer);
      await customer.unfreezes(how, stepped);
    };
    const troubles: string[] = [];
    let next = 0;
    const comes = async () => {
      for (let place = next++; place < customers; place = next++) {
        await kinds[place % kinds.length]?.(place).catch((error: unknown) =>
          troubles.push(`${place}: ${error instanceof Error ? error.message : error}`),
        );
      }
    };
    await Promise.all(Array.from({ length: atOnce }, comes));
    await Promise.all(happened);
    assert.deepEqual([troubles, incidents.length], [[], 0], fleet.failures);

    const [bank] = await fleet.query(
      'bank',
      `WITH entries AS (
        SELECT action, details FROM audit_entries UNION ALL SELECT action, details FROM audit_tail
      ), unfrozen AS (SELECT CAST(details AS json) ->> 'card' AS card FROM entries WHERE action = 'cardUnfrozen')
      SELECT (SELECT COUNT(*) FROM unfrozen)::int AS entries, (SELECT COUNT(DISTINCT card) FROM unfrozen)::int AS cards,
        (SELECT COUNT(*) FROM outbox WHERE kind = 'unfreezeReceipt')::int AS receipts,
        (SELECT COUNT(DISTINCT customer_id) FROM outbox)::int AS customers,
        (SELECT COUNT(*) FROM cards WHERE status = 'active' AND id IN (SELECT id FROM cards))::int AS active`,
    );
    assert.deepEqual(bank, {
      ...{ entries: customers, cards: customers, receipts: customers, customers },
      active: bank?.active,
    });

    const chats = await fleet.query(
      'bots',
      `SELECT conversation_id, COUNT(*)::int AS shown, MAX(number)::int AS newest,
        SUM(CASE WHEN activity LIKE '%"role":"user"%' THEN 1 ELSE 0 END)::int AS posted,
        SUM(CASE WHEN activity LIKE '%"outcome.unfrozen"%' THEN 1 ELSE 0 END)::int AS outcomes
      FROM direct_line_activities GROUP BY conversation_id`,
    );
    for (const { conversationId, posted } of web) {
      const chat = chats.find((one) => one.conversation_id === conversationId);
      assert.ok(chat);
      assert.equal(chat.shown, chat.newest, 'no number is left out');
      assert.deepEqual([chat.posted, chat.outcomes], [posted, 1]);
    }
    assert.equal(chats.length, web.length);
  });
});
