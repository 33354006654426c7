import assert from 'node:assert/strict';
import { join } from 'node:path';
import { botSchema } from '../../bot/botSchema.ts';
import { HandoffNoteRows } from '../../bot/desk/handoffNotesTable.ts';
import { HandoffQueue } from '../../bot/desk/handoffQueue.ts';
import { casesCommand } from '../../cli/casesCommand.ts';
import { run } from '../../kit/command.ts';
import type { Store } from '../../kit/store/store.ts';
import { packet } from '../bot/desk/packet.ts';
import { openTestStore } from '../databases/openTestStore.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

describe('thawline cases', () => {
  const folder = temporaryFolder();
  const DATABASE_URL = `sqlite:${join(folder.path, 'bot.db')}`;
  const operator = { who: 'liming', uid: 1001 };
  const clock = () => new Date('2026-11-24T08:00:00.000Z');
  let id = '';
  before(async () => {
    id = await inTheQueue((queue) => queue.open(packet));
  });
  after(() => folder.remove());

  async function inStore<Result>(work: (store: Store) => Promise<Result>): Promise<Result> {
    const store = await openTestStore(DATABASE_URL, [botSchema]);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }
  const inTheQueue = <Result>(work: (queue: HandoffQueue) => Promise<Result>): Promise<Result> =>
    inStore((store) => work(new HandoffQueue({ store, clock })));

  async function cases(...words: string[]) {
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL });
    return {
      code: await run(casesCommand({ terminal, environment, clock, operator }), words, terminal),
      ...said,
    };
  }

  it('lists what an agent needs to know, for reading and for programs', async () => {
    const { code, out } = await cases('list');
    assert.equal(code, 0);
    assert.ok(
      out.startsWith(`${id}  opened 2026-11-24T08:00:00.000Z, askedForPerson, webChat, zh-Hant, card`),
    );
    assert.match(
      out,
      /card ending 4446 \(card_A{22}\), abnormalTransaction, at: transactionPassword, attempts left: 2\n/,
    );
    assert.match(out, /\n {2}customer: 專人客服\n/);
    const listed = JSON.parse((await cases('list', '--json')).out);
    assert.deepEqual(listed, [{ case: id, openedAt: '2026-11-24T08:00:00.000Z', origin: null, ...packet }]);
  });

  it('names every card of a report, that the card was found, and that the number hears nothing', async () => {
    const other = { card: `card_${'B'.repeat(22)}`, lastFour: '9994' };
    const cards = [...packet.cards, other];
    const report = { ...packet, conversation: 'two', cards, cardFound: true, optedOut: true };
    const opened = await inTheQueue((queue) => queue.open(report));
    const { out } = await cases('list');
    assert.match(
      out,
      /card ending 4446 \(card_A{22}\), card ending 9994 \(card_B{22}\), abnormalTransaction/,
    );
    assert.match(
      out,
      /attempts left: 2, the customer says that the card was found, the number has said STOP/,
    );
    await inTheQueue((queue) => queue.close(opened));
  });

  it('lists a page at a time, and says how the next one is asked for', async () => {
    const opened: string[] = [];
    for (const conversation of ['five', 'six'])
      opened.push(await inTheQueue((queue) => queue.open({ ...packet, conversation })));
    const ids = JSON.parse((await cases('list', '--json')).out).map((one: { case: string }) => one.case);
    const { out } = await cases('list', '--limit', '2');
    assert.match(out, new RegExp(`^${ids[0]} [^]*\n${ids[1]} [^]*\n1 more: --after ${ids[1]}\n$`));
    const rest = (await cases('list', '--after', `${ids[1]}`)).out;
    assert.match(rest, new RegExp(`^${ids[2]} `));
    assert.doesNotMatch(rest, /more:/);
    const page = JSON.parse((await cases('list', '--json', '--limit', '1')).out);
    assert.deepEqual([page.length, page[0].case], [1, ids[0]]);
    assert.deepEqual(await cases('list', '--after', 'K-0000'), {
      code: 2,
      out: '',
      err: 'K-0000 is not in the list any more: begin without --after\n',
    });
    for (const one of opened) await inTheQueue((queue) => queue.close(one));
  });

  it('lists a case that an earlier version has written', async () => {
    const { cards: _cards, cardFound: _found, optedOut: _optedOut, ...earlier } = packet;
    const written = { ...earlier, conversation: 'three' } as typeof packet;
    const opened = await inTheQueue((queue) => queue.open(written));
    assert.match((await cases('list')).out, /zh-Hant, card ending 4446, abnormalTransaction/);
    await inTheQueue((queue) => queue.close(opened));
  });

  it('refuses what is no number of a case', async () => {
    const { code, err } = await cases('close', '4821');
    assert.equal(code, 2);
    assert.match(err, /a letter, a dash and four digits/);
  });

  it('leaves one note a reading for the audit trail, and one of each case closed', async () => {
    const notes = () => inStore((store) => store.read((manager) => manager.find(HandoffNoteRows)));
    const opened = await inTheQueue((queue) => queue.open({ ...packet, conversation: 'four' }));
    const before = (await notes()).length;
    await cases('list');
    await cases('list', '--json');
    await cases('close', opened, '--reason', 'spoken with');
    await cases('close', opened);
    const left = (await notes()).slice(before).map(({ handoff }) => JSON.parse(handoff));
    const by = { at: clock().toISOString(), ...operator, by: null, why: null };
    const byDeed = (one: { did: string }, other: { did: string }) => one.did.localeCompare(other.did);
    assert.deepEqual(left.toSorted(byDeed), [
      { did: 'caseClosed', case: opened, ...by, why: 'spoken with' },
      { did: 'casesRead', cases: 2, ...by },
      { did: 'casesRead', cases: 2, ...by },
    ]);
  });

  it('closes a case once', async () => {
    assert.deepEqual(await cases('close', id.toLowerCase()), { code: 0, out: `closed: ${id}\n`, err: '' });
    assert.match((await cases('close', id)).out, /nothing changed/);
    assert.equal((await cases('list', '--json')).out, '[]\n');
  });
});
