import assert from 'node:assert/strict';
import { UnfreezeError } from '../../kit/errors.ts';
import { hours, later } from '../../kit/time.ts';
import type { CardSearchAnswer } from '../../services/contract/cardSearch.ts';
import { card, dialogConversation, messageId, now } from './dialogConversation.ts';

const named = { what: 'card', card } as const;

describe('the card status dialog', () => {
  it('says that there is no frozen card, and goes on', async () => {
    const { hears, customerService } = dialogConversation();
    customerService.queryCardStatus.resolves({ status: 'noFrozenCard' });
    await hears('is my card frozen', undefined, 'cardNumber.ask');
    await hears('••••1114', named, 'cardStatus.noFrozenCard', 'anythingElse');
    assert.deepEqual(customerService.queryCardStatus.firstCall.args[0].card, card.card);
  });

  it('does not ask for a card number that came with the first words', async () => {
    const { hears, customerService } = dialogConversation();
    customerService.queryCardStatus.resolves({ status: 'noFrozenCard' });
    await hears('is ••••1114 frozen', named, 'cardStatus.noFrozenCard', 'anythingElse');
  });

  it('names the reason where the bank’s side has told it, and what will be asked', async () => {
    const { says, customerService } = dialogConversation();
    customerService.queryCardStatus.resolves({
      status: 'frozen',
      instructions: {
        remote: true,
        reasons: ['transactionPasswordErrors'],
        demands: ['transactionPassword'],
      },
    });
    const [frozen, instructions, question] = await says('check', named);
    assert.equal(
      frozen?.text,
      'The card ending 1114 is frozen: the transaction password was entered wrongly several times. You can unfreeze it here.',
    );
    assert.match(instructions?.text ?? '', /six-digit transaction password/);
    assert.equal(question?.text, 'Shall I unfreeze the card ending 1114 now?');
  });

  for (const [help, id] of [
    ['branch', 'cardStatus.needsStaff'],
    ['agent', 'cardStatus.needsStaff'],
  ] as const) {
    it(`sends to the ${help} without naming a reason or asking for anything`, async () => {
      const { hears, customerService, processor } = dialogConversation();
      customerService.queryCardStatus.resolves({ status: 'frozen', instructions: { remote: false, help } });
      await hears('unfreeze it', named, id, 'anythingElse');
      assert.equal(processor.requestUnfreezing.callCount, 0);
    });
  }

  for (const [help, because, ids] of [
    ['agent', 'justChanged', ['cardStatus.notYetChanged']],
    ['agent', 'justFrozen', ['cardStatus.notYetFrozen']],
    ['branch', 'justChanged', ['cardStatus.notYetChanged', 'cardStatus.notYetElsewhere']],
  ] as const) {
    it(`says not yet, why (${because}), how long and where else (${help}), and asks for nothing`, async () => {
      const { says, customerService, processor } = dialogConversation();
      const until = later(now, 12 * hours).toISOString();
      const notYet = { until, because } as const;
      customerService.queryCardStatus.resolves({
        status: 'frozen',
        instructions: { remote: false, help, notYet },
      });
      const heard = await says('unfreeze it', named);
      assert.deepEqual(heard.map(messageId), [...ids, 'anythingElse']);
      assert.match(
        heard[0]?.text ?? '',
        /card ending 1114 cannot be unfrozen by this way yet: .* in about 12 hours\. If/,
      );
      assert.equal(processor.requestUnfreezing.callCount, 0);
    });
  }

  it('says what is wrong with a card number, explains more the second time, offers a person the third', async () => {
    const { says, hears } = dialogConversation();
    await hears('check a card', undefined, 'cardNumber.ask');
    const [first] = await says('••••', { what: 'cardNumberProblem', problem: 'length', count: 12 });
    assert.equal(
      first?.text,
      'A card number has 13 to 19 digits, and I received 12. Please check and type it again.',
    );
    const wrong = { what: 'cardNumberProblem', problem: 'checkDigit', count: 19 } as const;
    await hears('••••', wrong, 'cardNumber.explained', 'cardNumber.checkDigit');
    await hears('••••', wrong, 'cardNumber.offerAgent', 'cardNumber.checkDigit');
  });

  it('counts words that are no number apart from numbers that are wrong', async () => {
    const { hears } = dialogConversation();
    await hears('check a card', undefined, 'cardNumber.ask');
    await hears('••••', { what: 'cardNumberProblem', problem: 'length', count: 12 }, 'cardNumber.length');
    await hears('the blue one', undefined, 'cardNumber.notUnderstood');
  });

  it('says so when there were too many queries', async () => {
    const { hears, customerService } = dialogConversation();
    customerService.queryCardStatus.rejects(new UnfreezeError('tooManyRequests', 'limit'));
    await hears('check', named, 'cardStatus.tooMany', 'anythingElse');
  });

  it('turns to another card when its number is given at the question', async () => {
    const { hears, customerService } = dialogConversation();
    customerService.queryCardStatus.resolves({
      status: 'frozen',
      instructions: { remote: true, reasons: [], demands: ['identityDocument'] },
    });
    const toQuestion = ['cardStatus.frozen', 'instructions.identityDocument', 'unfreeze.confirm'] as const;
    await hears('check', named, ...toQuestion);
    const other = { card: 'card_0123456789012345678901', lastFour: '2228' };
    await hears('no, ••••2228', { what: 'card', card: other }, ...toQuestion);
    assert.equal(customerService.queryCardStatus.secondCall.args[0].card, other.card);
  });

  describe('from a telephone', () => {
    const phone = '+12025550101';
    const lastFour = (digits: string) => ({ what: 'lastFour', lastFour: digits }) as const;
    const frozen: CardSearchAnswer = {
      status: 'frozen',
      card: card.card,
      instructions: { remote: true, reasons: [], demands: ['transactionPassword'] },
    };

    it('finds the card by its last four digits, and unfreezes that one', async () => {
      const { hears, customerService, processor } = dialogConversation('en', { phone });
      customerService.searchCard.resolves(frozen);
      processor.requestUnfreezing.resolves({ outcome: 'noFrozenCard' });
      await hears('unfreeze my card', undefined, 'cardNumber.askByPhone');
      const told = ['cardStatus.frozen', 'instructions.transactionPassword', 'unfreeze.confirm'] as const;
      await hears('1114', lastFour('1114'), ...told);
      const [{ userTerminal, ...search }] = customerService.searchCard.firstCall.args;
      assert.deepEqual([userTerminal.channel, search], ['sms', { phone, lastFour: '1114' }]);
      await hears('yes', undefined, 'unfreeze.statusChanged', 'anythingElse');
      assert.equal(processor.requestUnfreezing.firstCall.args[0].card, card.card);
    });

    it('says that there is none under this phone, and takes the whole number then', async () => {
      const { hears, customerService } = dialogConversation('en', { phone });
      customerService.searchCard.resolves({ status: 'noFrozenCard' });
      customerService.queryCardStatus.resolves({ status: 'noFrozenCard' });
      await hears('check my card', undefined, 'cardNumber.askByPhone');
      await hears('1114', lastFour('1114'), 'cardStatus.noFrozenCardByPhone', 'anythingElse');
      await hears('••••1114', named, 'cardStatus.noFrozenCard', 'anythingElse');
      assert.equal(customerService.searchCard.callCount, 1);
    });

    it('asks for the whole number where several cards end alike, and takes no four digits any more', async () => {
      const { hears, customerService } = dialogConversation('en', { phone });
      customerService.searchCard.resolves({ status: 'severalFrozen' });
      customerService.queryCardStatus.resolves({ status: 'noFrozenCard' });
      await hears('check my card', undefined, 'cardNumber.askByPhone');
      await hears('1114', lastFour('1114'), 'cardNumber.several');
      await hears('1114', lastFour('1114'), 'cardNumber.length');
      await hears('••••1114', named, 'cardStatus.noFrozenCard', 'anythingElse');
      assert.equal(customerService.searchCard.callCount, 1);
    });

    it('says so where too much was asked, and leads away where the card is reported as lost', async () => {
      const { hears, customerService } = dialogConversation('en', { phone });
      customerService.searchCard.rejects(new UnfreezeError('tooManyRequests', 'limit'));
      await hears('check my card', undefined, 'cardNumber.askByPhone');
      await hears('1114', lastFour('1114'), 'cardStatus.tooMany', 'anythingElse');
      await hears('check my card', undefined, 'cardNumber.askByPhone');
      await hears('I lost my card 1114', lastFour('1114'), 'freezeOrReport', 'handoff.noted');
      assert.equal(customerService.searchCard.callCount, 1);
    });
  });
});
