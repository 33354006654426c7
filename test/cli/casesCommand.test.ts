import assert from 'node:assert/strict';
import { join } from 'node:path';
import { botSchema } from '../../bot/botSchema.ts';
import { HandoffQueue } from '../../bot/desk/handoffQueue.ts';
import { casesCommand } from '../../cli/casesCommand.ts';
import { run } from '../../kit/command.ts';
import { openStore } from '../../kit/store/openStore.ts';
import { packet } from '../bot/desk/packet.ts';
import { recordedTerminal } from '../services/recordedTerminal.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

describe('npm run cases', () => {
  const folder = temporaryFolder();
  const DATABASE_URL = `sqlite:${join(folder.path, 'bot.db')}`;
  const clock = () => new Date('2026-11-24T08:00:00.000Z');
  let id = '';
  before(async () => {
    const store = await openStore(DATABASE_URL, [botSchema]);
    id = await new HandoffQueue({ store, clock }).open(packet);
    await store.close();
  });
  after(() => folder.remove());

  async function cases(...words: string[]) {
    const { terminal, said } = recordedTerminal();
    const environment = () => ({ DATABASE_URL });
    return { code: await run(casesCommand({ terminal, environment, clock }), words, terminal), ...said };
  }

  it('lists what an agent needs to know, for reading and for programs', async () => {
    const { code, out } = await cases('list');
    assert.equal(code, 0);
    assert.ok(
      out.startsWith(`${id}  opened 2026-11-24T08:00:00.000Z, askedForPerson, webChat, zh-Hant, card`),
    );
    assert.match(out, /card ending 4446, abnormalTransaction, at: transactionPassword, attempts left: 2\n/);
    assert.match(out, /\n {2}customer: 專人客服\n/);
    const listed = JSON.parse((await cases('list', '--json')).out);
    assert.deepEqual(listed, [{ case: id, openedAt: '2026-11-24T08:00:00.000Z', ...packet }]);
  });

  it('refuses what is no number of a case', async () => {
    const { code, err } = await cases('close', '4821');
    assert.equal(code, 2);
    assert.match(err, /a letter, a dash and four digits/);
  });

  it('closes a case once', async () => {
    assert.deepEqual(await cases('close', id.toLowerCase()), { code: 0, out: `closed: ${id}\n`, err: '' });
    assert.match((await cases('close', id)).out, /nothing changed/);
    assert.equal((await cases('list', '--json')).out, '[]\n');
  });
});
