import assert from 'node:assert/strict';
import { heardAndKept, sealedWords } from '../../../bot/terminal/sealedDelivery.ts';
import type { Heard } from '../../../dialogs/understanding/heard.ts';

const item = { authenticationRequest: 'r1', item: 'transactionPassword', attempt: 2 } as const;
const sealedItem: Heard = { what: 'sealedItem', sealed: { ...item, envelope: 'a.b.c.d.e' } };

describe('words after sealing', () => {
  it('are shown as they are heard, and kept with what was found in them', () => {
    const card: Heard = { what: 'card', card: { card: 'card_1', lastFour: '1114' } };
    const content = { what: 'words', text: '••••1114' };
    assert.deepEqual(sealedWords('••••1114', card), {
      shown: content,
      heard: { content, found: card },
      kept: { content, found: card },
      held: 'cardNumber',
    });
    const talk = { what: 'words', text: 'hello' };
    assert.deepEqual(sealedWords('hello'), {
      shown: talk,
      heard: { content: talk },
      kept: { content: talk },
    });
  });

  it('keep of an envelope only of what it was one: where its turn is lost, the bank is asked', () => {
    const { heard, kept } = heardAndKept({ what: 'words', text: '••••' }, sealedItem);
    assert.deepEqual(heard.found, sealedItem);
    assert.deepEqual(kept.found, { what: 'lostItem', item });
    assert.doesNotMatch(JSON.stringify(kept), /a\.b\.c/);
  });

  it('say what was taken out of them: a secret, or a card number', () => {
    const held = (found: Heard) => sealedWords('', found).held;
    assert.equal(held(sealedItem), 'secret');
    assert.equal(
      held({ what: 'itemProblem', item: 'transactionPassword', problem: 'length', count: 5 }),
      'secret',
    );
    assert.equal(held({ what: 'strayedSecret' }), 'secret');
    assert.equal(held({ what: 'cards', cards: [] }), 'cardNumber');
    assert.equal(held({ what: 'cardNumberProblem', problem: 'length', count: 20 }), 'cardNumber');
    const nothing: Heard[] = [
      { what: 'lastFour', lastFour: '1114' },
      { what: 'attachment' },
      { what: 'unreadableForm' },
      { what: 'caseCode', name: 'c' },
    ];
    for (const found of nothing) assert.equal(held(found), undefined, found.what);
  });
});
