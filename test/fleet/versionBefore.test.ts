import assert from 'node:assert/strict';
import { join } from 'node:path';
import { minutes } from '../../kit/time.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { FilePair } from './filePair.ts';
import { Fleet } from './fleet.ts';
import { hasHistory, layOut, versionBefore } from './layOut.ts';
import { WebCustomer } from './webCustomer.ts';

const customers = 24;
const atOnce = 4;
const commit = versionBefore();
const isHere = hasHistory(commit);

describe('this version beside the version before', function () {
  this.timeout(4 * minutes);
  const folder = temporaryFolder();
  const old = join(folder.path, 'before');
  before(() => {
    if (isHere) layOut(commit, old);
  });
  after(() => folder.remove());

  it('is there to be tried: a copy without history says that it is not', () => {
    if (isHere) return;
    assert.ok(
      !process.env.CI,
      `CI has the whole history: ${commit} of deploy/versionBefore.json must be in it`,
    );
    process.stderr.write(`the version before (${commit}) was not tried: a copy without history\n`);
  });

  if (!isHere) return;

  it('breaks no conversation on one PostgreSQL, whichever process answers the next word', async () => {
    const fleet = await Fleet.started(customers, { bots: [old, undefined], processors: [old, undefined] });
    try {
      const broken: string[] = [];
      const web: WebCustomer[] = [];
      let next = 0;
      const comes = async () => {
        for (let place = next++; place < customers; place = next++) {
          const card = fleet.cards[place];
          assert.ok(card);
          const customer = new WebCustomer(fleet.url, card, place);
          web.push(customer);
          const how = place % 2 ? 'polls' : 'listens';
          await customer.unfreezes(how, () => {}).catch((error: unknown) => broken.push(String(error)));
        }
      };
      await Promise.all(Array.from({ length: atOnce }, comes));
      assert.deepEqual(broken, [], fleet.failures);
      assert.deepEqual(
        web.filter(({ heard }) => heard.has('begunAfresh') || heard.has('trouble')),
        [],
      );
      const [done] = await fleet.query(
        'bank',
        `SELECT (SELECT COUNT(*) FROM cards WHERE status = 'frozen')::int AS frozen,
          (SELECT COUNT(*) FROM outbox WHERE kind = 'unfreezeReceipt')::int AS receipts`,
      );
      assert.deepEqual(done, { frozen: 0, receipts: customers });
      const crossed = crossings(fleet.turnsTaken());
      const { forth, back } = crossed;
      assert.ok(forth > 0 && back > 0 && forth + back >= customers / 2, JSON.stringify(crossed));
    } finally {
      await fleet.close();
    }
  });

  it('goes on with a conversation on one SQLite file, and the version before goes on with it again', async () => {
    const pair = await FilePair.on(join(folder.path, 'file'), old);
    try {
      const customer = new WebCustomer(pair.url, pair.card, 1);
      await customer.unfreezes('polls', () => pair.takesTurns());
      await pair.idle();
      assert.deepEqual(
        [...customer.heard].filter((id) => id === 'begunAfresh' || id === 'trouble'),
        [],
      );
      assert.deepEqual(pair.ran, ['before', 'present', 'before']);
    } finally {
      await pair.close();
    }
  });
});

/** How often a conversation went from one version to the other. */
function crossings(turns: readonly { conversation: string; by: number }[]): { forth: number; back: number } {
  const last = new Map<string, number>();
  const crossed = { forth: 0, back: 0 };
  for (const { conversation, by } of turns) {
    const was = last.get(conversation);
    if (was !== undefined && was !== by) crossed[by > was ? 'forth' : 'back'] += 1;
    last.set(conversation, by);
  }
  return crossed;
}
