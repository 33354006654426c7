import assert from 'node:assert/strict';
import { once } from 'node:events';
import pino from 'pino';
import { Announcements } from '../../../kit/store/announcements.ts';
import { listenOnPostgres } from '../../../kit/store/listenOnPostgres.ts';
import { databasesOf } from '../../databases/databases.ts';
import { withDataSource } from '../../databases/dataSource.ts';
import type { EmptyDatabase } from '../../databases/emptyDatabase.ts';
import { emptyPostgres } from '../../databases/postgres.ts';

describe('what other processes announce, over PostgreSQL', function () {
  if (!databasesOf(this.file ?? '').includes('PostgreSQL')) return;
  let database: EmptyDatabase;
  let logged: string[];
  let opened: Process[];
  const log = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line).msg) });

  type Process = { announcements: Announcements; heard: EventTarget; close(): Promise<void> };

  before(async () => {
    database = await emptyPostgres();
  });
  after(() => database.remove());
  beforeEach(() => {
    [logged, opened] = [[], []];
  });
  afterEach(async () => {
    for (const one of opened) await one.close();
  });

  const next = async ({ heard }: Process) => ((await once(heard, 'news')) as [CustomEvent])[0].detail;

  /** A process that listens; resolves once it does. */
  async function process(url = database.url): Promise<Process> {
    const announcements = new Announcements();
    const heard = new EventTarget();
    announcements.listen('conversation', (news, from) =>
      heard.dispatchEvent(new CustomEvent('news', { detail: [news === 'any' ? news : [...news], from] })),
    );
    const others = listenOnPostgres({ url, announcements, log, pause: async () => {} });
    announcements.through(others);
    const one = { announcements, heard, close: () => announcements.close() };
    opened.push(one);
    assert.deepEqual(await next(one), ['any', 'elsewhere']);
    return one;
  }

  it('is heard by all others, and by who announces it only as its own', async () => {
    const [one, other] = [await process(), await process()];
    const both = Promise.all([next(one), next(other)]);
    one.announcements.announce('conversation', 'a');
    one.announcements.announce('conversation', 'b');
    assert.deepEqual(await both, [
      [['a', 'b'], 'here'],
      [['a', 'b'], 'elsewhere'],
    ]);
  });

  it('is heard again after the connection was lost, which says that something may have been missed', async () => {
    const [one, other] = [await process(), await process()];
    const back = Promise.all([next(one), next(other)]);
    await withDataSource(database.url, (dataSource) =>
      dataSource.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'thawline listens'",
      ),
    );
    assert.deepEqual(await back, [
      ['any', 'elsewhere'],
      ['any', 'elsewhere'],
    ]);
    const heard = next(other);
    one.announcements.announce('conversation', 'c');
    assert.deepEqual(await heard, [['c'], 'elsewhere']);
  });

  it('passes over what is none of ours', async () => {
    const one = await process();
    const heard = next(one);
    await withDataSource(database.url, async (dataSource) => {
      for (const payload of ['', 'x', '{}', '{"from":"x","topic":"nothing","ids":["a"]}'])
        await dataSource.query('SELECT pg_notify($1, $2)', ['thawline', payload]);
      const good = JSON.stringify({ from: 'x', topic: 'conversation', ids: ['good'] });
      await dataSource.query('SELECT pg_notify($1, $2)', ['thawline', good]);
    });
    assert.deepEqual(await heard, [['good'], 'elsewhere']);
  });

  it('is logged once where it cannot be heard, without the address, and keeps nothing from its end', async () => {
    const announcements = new Announcements();
    const tried = Promise.withResolvers<void>();
    let tries = 0;
    const pause = async () => {
      if (++tries === 3) tried.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    };
    const url = 'postgres://somebody:a-secret@127.0.0.1:1/nothing';
    announcements.through(listenOnPostgres({ url, announcements, log, pause }));
    announcements.announce('conversation', 'a');
    await tried.promise;
    await announcements.close();
    assert.deepEqual(logged, ['what other processes announce is not heard: one looks for it']);
  });
});
