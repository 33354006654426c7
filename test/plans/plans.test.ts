import assert from 'node:assert/strict';
import { botSchema } from '../../bot/botSchema.ts';
import { botTables } from '../../bot/botTables.ts';
import { bankSchema } from '../../services/bankSchema.ts';
import { bankTables } from '../../services/bankTables.ts';
import { onEachDatabase } from '../databases/databases.ts';
import { openTestStore } from '../databases/openTestStore.ts';
import { openTestBank } from '../services/testBank.ts';
import { runCommands } from './commands.ts';
import { holdConversations } from './conversations.ts';
import { scansAmong } from './scans.ts';
import { statementsSent } from './sentStatements.ts';
import { doUpkeep, doUpkeepElsewhere } from './upkeep.ts';

/** Tables that hold at most a hundred rows, however large the bank is. */
const smallTables = [
  'steady_moments',
  'bank_key_fingerprints',
  'bot_key_fingerprints',
  'sealing_keys',
  'migrations',
  'freezings_place',
];

/** Tables that hold only what waits to be done, within a second. */
const tablesOfWhatWaits = ['audit_tail'];

/** Indexes that hold only what still waits to be done, or was given up, which an operator must look at anyway. */
const indexesOfWhatWaits = [
  'claimed_unfreezings_open',
  'desk_lines_untold',
  'chatwoot_cases_to_bring',
  'deliveries_with_events',
  'disownable_unfreezings_not_frozen',
  'handoff_cases_by_agent',
  'handoff_cases_to_look_at',
  'freeze_notices_not_settled',
  'handoff_cases_waiting',
  'message_redactions_waiting',
  'message_redactions_given_up',
  'outbox_waiting',
  'outbox_given_up',
  'webhook_events_due',
  'webhook_events_given_up',
  'requested_freezings_not_frozen',
];

/** What is read on purpose, all of it. */
const wanted = [
  // A migration runs once.
  /DELETE FROM customers WHERE id LIKE 'customer_%' AND NOT EXISTS/,
  // `retention erase` looks through a day's unfreezings, once in a while: an index would cost each of them.
  /FROM "claimed_unfreezings" "claimed_unfreezings" WHERE \(+"claimed_unfreezings"."customer_id" = /,
  // `audit verify` reads the whole trail, and holds every unfreezing and receipt against it.
  /FROM "authentication_requests" "authentication_requests" WHERE \(\("authentication_requests"."state" = \S+ AND \("authentication_requests"."created_at" > \S+\)$/,
  /FROM "outbox" "outbox" WHERE \(\("outbox"."kind" = \S+ AND \("outbox"."queued_at" > \S+\)$/,
];

onEachDatabase('every statement that is sent', (empty) => {
  const works = {
    'by conversations on every channel': () => holdConversations(empty),
    'by what is done now and then': () => doUpkeep(empty),
    'by what is done now and then with a card system elsewhere': () => doUpkeepElsewhere(empty),
    'by the operator’s commands': () => runCommands(empty),
  };
  const all = new Set<string>();
  const few = new Set([...smallTables, ...tablesOfWhatWaits, ...indexesOfWhatWaits]);
  async function scansIn(statements: Iterable<string>): Promise<string[]> {
    const database = await empty();
    try {
      await (await openTestStore(database.url, [bankSchema, botSchema])).close();
      return await scansAmong(database.url, statements, few);
    } finally {
      await database.remove();
    }
  }
  before(async () => {
    // The demo bank is imported once in a process, and kept as rows: that is the tests' own doing.
    await (await openTestBank()).close();
  });

  for (const [title, work] of Object.entries(works)) {
    it(`${title} finds its rows by an index`, async () => {
      const sent = await statementsSent(work);
      for (const statement of sent) all.add(statement);
      const scans = await scansIn(sent);
      assert.deepEqual(
        scans.filter((scan) => !wanted.some((statement) => statement.test(scan))),
        [],
      );
    }).timeout(120_000);
  }

  it('is looked at for every table', () => {
    const named = [...all].join('\n');
    const tables = [...bankTables, ...botTables].map(({ rows }) => rows.options.name);
    assert.deepEqual(
      tables.filter((table) => !named.includes(`"${table}"`)),
      [],
    );
  });

  it('would be found where it looked through a table, an index, or all rows of a few', async () => {
    const scanning = [
      "SELECT id FROM cards WHERE status = 'frozen'",
      'SELECT reference FROM cards WHERE version > 1 ORDER BY reference LIMIT 1',
      'SELECT id FROM outbox ORDER BY queued_at LIMIT 1',
      "UPDATE customers SET language = 'en' WHERE language = 'zh-Hans'",
      'DELETE FROM conversations WHERE version NOT IN (SELECT id FROM deliveries)',
    ];
    const found = await scansIn([...scanning, 'SELECT id FROM cards ORDER BY id LIMIT 1']);
    assert.equal(found.length, scanning.length, found.join('\n'));
  });
});
