import assert from 'node:assert/strict';
import { UnfreezeError } from '../../kit/errors.ts';
import { card, dialogConversation } from './dialogConversation.ts';

const phone = '+12025550101';
const other = { card: 'card_zzzzzzzzzzzzzzzzzzzzzz', lastFour: '4446' };
const lastFour = { what: 'lastFour', lastFour: '1114' } as const;
const frozen = { outcome: 'frozen', card } as const;

describe('a customer who wants a card frozen', () => {
  it('is asked for its last four digits on a telephone, and it is frozen before anything else is said', async () => {
    const { hears, customerService, desk } = dialogConversation('en', { phone });
    await hears('I lost my card', undefined, 'freezing.which');
    customerService.freezeCard.resolves(frozen);
    await hears('1114', lastFour, 'freezing.frozen', 'freezing.noted');
    const [asked] = customerService.freezeCard.lastCall.args;
    assert.deepEqual([asked.phone, asked.lastFour, asked.userTerminal.channel], [phone, '1114', 'sms']);
    const { cards, freezeReasons } = desk.open.lastCall.args[0];
    assert.deepEqual([cards, freezeReasons], [[card], ['customerRequest']]);
  });

  it('has it frozen in the same turn where its digits, its number or the conversation name it', async () => {
    for (const [words, found] of [
      ['freeze my card ending 1114', undefined],
      ['my card ending in one one one four was stolen', undefined],
      ['freeze my card ••••1114', { what: 'card', card } as const],
    ] as const) {
      const { hears, customerService } = dialogConversation('en', { phone });
      customerService.freezeCard.resolves(frozen);
      await hears(words, found, 'freezing.frozen', 'freezing.noted');
      assert.equal(customerService.freezeCard.firstCall.args[0].lastFour, '1114', words);
    }
  });

  it('is told what to do now where it could not be frozen from here, and the card is in the case', async () => {
    const { hears, desk } = dialogConversation('en', { phone });
    await hears('冻结我的卡', undefined, 'freezing.which');
    await hears('1114', lastFour, 'freezeOrReport', 'handoff.noted');
    await hears('••••1114', { what: 'card', card }, 'report.cardNamed');
    assert.deepEqual(desk.open.lastCall.args[0].cards, [card]);
  });

  it('is told the same where the bank’s side is away or was asked too often', async () => {
    for (const code of ['storeUnavailable', 'tooManyRequests'] as const) {
      const { hears, customerService } = dialogConversation('en', { phone });
      customerService.freezeCard.rejects(new UnfreezeError(code, 'no'));
      await hears('freeze my card ending 1114', undefined, 'freezeOrReport', 'handoff.noted');
    }
  });

  it('is asked for the whole number where several cards end so, and hears of one that takes longer', async () => {
    const { hears, customerService } = dialogConversation('en', { phone });
    await hears('I lost my card', undefined, 'freezing.which');
    customerService.freezeCard.resolves({ outcome: 'several' });
    await hears('1114', lastFour, 'cardNumber.several');
    customerService.freezeCard.resolves({ outcome: 'freezing', card: other });
    await hears('••••4446', { what: 'card', card: other }, 'freezing.freezing', 'freezing.noted');
  });

  it('can say that they do not know the digits, want a person, or have found it, and is never stuck', async () => {
    for (const [words, ...ids] of [
      ['no', 'freezeOrReport', 'handoff.noted'],
      ['I have found my card', 'report.cardFound'],
      ['unfreeze it', 'report.stands'],
    ] as const) {
      const { hears } = dialogConversation('en', { phone });
      await hears('I lost my card', undefined, 'freezing.which');
      await hears(words, undefined, ...ids);
    }
    const { hears, says } = dialogConversation('en', { phone });
    await hears('I lost my card', undefined, 'freezing.which');
    await hears('freeze it!!', undefined, 'freezing.again');
    await hears('purple', undefined, 'freezing.help', 'freezing.again');
    assert.equal((await says('purple')).length, 2, 'a person is offered');
  });

  it('is asked for nothing where no telephone is known, and every card that is named is tried', async () => {
    const { hears, customerService } = dialogConversation('en');
    await hears('I lost my card ending 1114', undefined, 'freezeOrReport', 'handoff.noted');
    assert.equal(customerService.freezeCard.callCount, 0);
    customerService.freezeCard.onFirstCall().resolves(frozen);
    const both = { what: 'cards', cards: [card, other] } as const;
    await hears('these two', { ...both, cards: [...both.cards] }, 'report.cardFrozen', 'report.cardNamed');
  });
});
