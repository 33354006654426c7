import assert from 'node:assert/strict';
import { found } from '../../../dialogs/interruptions/found.ts';
import type { Heard } from '../../../dialogs/understanding/heard.ts';
import { card, sealed } from '../dialogConversation.ts';
import { listening, otherCard } from './listening.ts';

const question = { outcome: { next: 'question' }, says: [] };
const begins = (wish: object) => ({ outcome: { next: 'begin', with: { wish } }, says: [] });
const named = { what: 'card', card } as const;
const problem = { what: 'cardNumberProblem', problem: 'length', count: 12 } as const;

describe('the listener for what the edge found', () => {
  it('begins with the card that was named, and only tells how where that was asked', async () => {
    const { hears, open } = listening();
    assert.deepEqual(await hears(found, 'unfreeze', { found: named }), begins({ card }));
    const how = await hears(found, 'how do I unfreeze my card', { found: named });
    assert.deepEqual(how, begins({ card, onlyHow: true }));
    const cards = [card, otherCard];
    assert.deepEqual(await hears(found, '', { found: { what: 'cards', cards } }), begins({ cards }));
    const other = { what: 'card', card: otherCard } as const;
    const atUnfreezing = await hears(found, '', { found: other, open: open.unfreezing });
    assert.deepEqual(atUnfreezing, begins({ card: otherCard }));
  });

  it('leaves a number to the question that asks for it, or names its card already', async () => {
    const { hears, open } = listening();
    const lastFour = { what: 'lastFour', lastFour: '1114' } as const;
    for (const one of [named, problem, lastFour])
      assert.deepEqual(await hears(found, '', { found: one, open: open.cardNumber }), question);
    assert.deepEqual(await hears(found, 'yes', { found: named, open: open.unfreezing }), question);
  });

  it('asks for the number anew where it was wrong', async () => {
    const { hears, open } = listening();
    const begun = begins({ problem: { problem: 'length', count: 12 } });
    assert.deepEqual(await hears(found, '', { found: problem }), begun);
    assert.deepEqual(await hears(found, '', { found: problem, open: open.unfreezing }), begun);
  });

  it('leaves an envelope to the question that it answers, and says of any other that its form is over', async () => {
    const { hears, open } = listening();
    const item = open.item('identityDocument');
    assert.deepEqual(await hears(found, '', { found: sealed('identityDocument'), open: item }), question);
    for (const stale of [sealed('transactionPassword'), sealed('identityDocument', 2)])
      assert.deepEqual(await hears(found, '', { found: stale, open: item }), {
        outcome: { next: 'askAgain' },
        says: ['formOver'],
      });
  });

  it('says what was no answer, then what is open or what else there is', async () => {
    const { hears, open } = listening();
    const told: [Heard, string][] = [
      [{ what: 'strayedSecret' }, 'strayedSecret'],
      [{ what: 'attachment' }, 'onlyText'],
      [{ what: 'unreadableForm' }, 'formOver'],
    ];
    for (const [one, id] of told) {
      const asked = await hears(found, '', { found: one, open: open.cardNumber });
      assert.deepEqual(asked, { outcome: { next: 'askAgain' }, says: [id] });
      const over = { outcome: { next: 'over' }, says: [id, 'anythingElse'] };
      assert.deepEqual(await hears(found, '', { found: one }), over);
    }
  });

  it('waits through two silences, and calls a person after the third', async () => {
    const { hears, open, desk } = listening();
    const silent = { found: { what: 'silence' } } as const;
    const tried = (silence: number) => ({ ...silent, open: { ...open.cardNumber, troubles: { silence } } });
    assert.deepEqual(await hears(found, '', tried(0)), question);
    assert.deepEqual(await hears(found, '', tried(1)), question);
    const given = { outcome: { next: 'over' }, says: ['silence.3', 'agent'] };
    assert.deepEqual(await hears(found, '', tried(2)), given);
    assert.equal(desk.open.firstCall.args[0].reason, 'silence');
    const nothingOpen = { outcome: { next: 'over' }, says: ['silence.1', 'anythingElse'] };
    assert.deepEqual(await hears(found, '', silent), nothingOpen);
  });

  it('asks who is back whether to unfreeze the card that was spoken of, and leaves who waits for a link', async () => {
    const { hears, open, spokeOf } = listening();
    const back = { found: { what: 'returned' } } as const;
    const again = { outcome: { next: 'askAgain' }, says: [] };
    assert.deepEqual(await hears(found, '', { ...back, open: open.unfreezing }), again);
    await spokeOf({});
    const begun = begins({ card, returned: true });
    assert.deepEqual(await hears(found, '', { ...back, open: open.unfreezing }), begun);
    assert.deepEqual(await hears(found, '', { ...back, open: open.link }), question);
    assert.deepEqual((await hears(found, '', back)).says, ['anythingElse']);
  });

  it('leaves words, wishes and codes to others', async () => {
    const { hears } = listening();
    assert.equal((await hears(found, 'hello')).outcome, undefined);
    for (const one of [
      { what: 'wish', wish: 'person' },
      { what: 'caseCode', name: 'x' },
    ] as const)
      assert.equal((await hears(found, '', { found: one })).outcome, undefined);
  });
});
