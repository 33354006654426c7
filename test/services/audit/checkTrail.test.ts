import assert from 'node:assert/strict';
import { checkTrail } from '../../../services/audit/checkTrail.ts';
import { AuditEntries } from '../../../services/tables/auditEntry.ts';
import { onEachDatabase } from '../../databases/databases.ts';
import { AnchoredTrail } from './anchoredTrail.ts';

onEachDatabase('checking a trail of several pages', (empty) => {
  let trail: AnchoredTrail;
  before(async () => {
    trail = await AnchoredTrail.of(empty);
    await trail.writes(2001);
  });
  after(() => trail.close());

  async function checked() {
    const pages: number[] = [];
    const { store, audit } = trail.bank;
    const check = await checkTrail({
      read: (work) => store.read(work),
      audit,
      progress: (holding) => void pages.push(holding),
    });
    return { ...check, pages };
  }

  it('follows the chain from page to page, a thousand entries each', async () => {
    assert.deepEqual(await checked(), {
      holding: 2001,
      base: undefined,
      bad: undefined,
      pages: [1000, 2000, 2001],
    });
  });

  for (const number of [1000, 1001, 2001]) {
    it(`finds the entry ${number} that was changed`, async () => {
      const { store } = trail.bank;
      const write = (action: string) =>
        store.transaction([], (manager) => manager.update(AuditEntries, { number }, { action }));
      await write('cardFrozen');
      const { holding, bad } = await checked();
      await write('cardUnfrozen');
      assert.deepEqual([holding, bad?.number], [number - 1, number]);
    });
  }
});
