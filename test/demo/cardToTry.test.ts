import assert from 'node:assert/strict';
import { cardToTry } from '../../demo/cardToTry.ts';

describe('the card to try', () => {
  it('is one that both items unfreeze, where nothing is known of what is frozen', async () => {
    const first =
      'Try it: "my card 6200000000000011114 is frozen"; identity document 11010519491231002X, transaction password 246801.';
    assert.equal(await cardToTry(), first);
  });

  it('is one that is frozen still, and that a customer may unfreeze', async () => {
    const frozen = ['6200000000000044446', '6200000000000055558'];
    const said = await cardToTry(async (number) => frozen.includes(number));
    assert.match(said, /"my card 6200000000000044446 is frozen"; transaction password 802461\.$/);
  });

  it('is none where all of them are unfrozen', async () => {
    assert.match(await cardToTry(async () => false), /cards freeze/);
  });
});
