import assert from 'node:assert/strict';
import { ordinarySentences } from '../../../dialogs/messages/wording.ts';
import type { Heard } from '../../../dialogs/understanding/heard.ts';
import { languages } from '../../../kit/language.ts';
import { authenticationRequest, card, dialogConversation, messageId } from '../dialogConversation.ts';

const named = { what: 'card', card } as const;
const other = { card: 'card_zyxwvutsrqponmlkjihgfe', lastFour: '9994' };
const reported = ['freezeOrReport', 'handoff.noted'] as const;
const asked = ['cardStatus.frozen', 'instructions.transactionPassword', 'unfreeze.confirm'] as const;

function conversation(options: Parameters<typeof dialogConversation>[1] = {}) {
  const here = dialogConversation('en', options);
  here.customerService.queryCardStatus.resolves({
    status: 'frozen',
    instructions: { remote: true, reasons: [], demands: ['transactionPassword'] },
  });
  here.processor.requestUnfreezing.resolves({ outcome: 'authenticationRequested', authenticationRequest });
  const packet = () => here.desk.open.lastCall.args[0];
  return { ...here, packet };
}

describe('a report of a loss that stands', () => {
  it('has the card that is named next in its case, by its last four digits and its reference', async () => {
    const { hears, says, packet, handoffNotes, customerService } = conversation();
    await hears('I lost my card', undefined, ...reported);
    assert.deepEqual([packet().cards, packet().lastFour], [[], null]);
    const [answer] = await says('••••1114', named);
    assert.match(answer?.text ?? '', /ending 1114 to case K-4821/);
    const { reason, cards, lastFour } = packet();
    assert.deepEqual(
      { reason, cards, lastFour },
      { reason: 'freezeOrReport', cards: [card], lastFour: '1114' },
    );
    assert.equal(handoffNotes.note.lastCall.args[0].card, card.card);
    assert.equal(customerService.queryCardStatus.callCount, 0);
  });

  it('has a card that it names itself, or that was spoken of before, in its case at once', async () => {
    const { hears, packet } = conversation();
    await hears('I lost my card ••••1114', named, ...reported);
    assert.deepEqual(packet().cards, [card]);
    const spoken = conversation();
    await spoken.hears('my card does not work', named, ...asked);
    await spoken.hears('wait my wallet was stolen', undefined, ...reported);
    assert.deepEqual(spoken.packet().cards, [card]);
  });

  it('has several cards in its case, each once, and no more than a customer has', async () => {
    const { hears, packet } = conversation();
    await hears('I lost my card', undefined, ...reported);
    const both: Heard = { what: 'cards', cards: [card, other] };
    await hears('both', both, 'report.cardNamed', 'report.cardNamed');
    await hears('••••1114', named, 'report.cardNamed');
    assert.deepEqual(packet().cards, [other, card]);
    for (let place = 10; place < 30; place++) {
      const one = { card: `card_${String(place).repeat(11)}`, lastFour: `11${place}` };
      await hears('this too', { what: 'card', card: one }, 'report.cardNamed');
    }
    assert.equal(packet().cards.length, 8);
  });

  it('says what is wrong with a number that is none', async () => {
    const { hears } = conversation();
    await hears('I lost my card', undefined, ...reported);
    const problem = { what: 'cardNumberProblem', problem: 'length', count: 12 } as const;
    await hears('••••', problem, 'report.cardNumberProblem');
  });

  it('leads nothing to unfreezing: no wish, no link, no code, no card spoken of, and nothing is asked at the bank', async () => {
    const { hears, customerService, processor, cases } = conversation();
    await hears('my card does not work', named, ...asked);
    await hears('it was stolen', undefined, ...reported);
    customerService.queryCardStatus.resetHistory();
    for (const text of ['unfreeze it', 'check my card', 'how do I unfreeze it', 'send me a link'])
      await hears(text, undefined, 'report.stands');
    await hears('what do I need', undefined, 'report.stands');
    await hears('another card', undefined, 'report.stands');
    await hears('••••', { what: 'caseCode', name: 'a-code' }, 'report.stands');
    await hears('unfreeze ••••1114', named, 'report.cardNamed');
    assert.equal(customerService.queryCardStatus.callCount, 0);
    assert.equal(processor.requestUnfreezing.callCount, 0);
    assert.equal(cases.takeByCode.callCount, 0, 'the code is still good elsewhere');
  });

  it('stands through small talk, help, a person and another language, and stays the reason of the case', async () => {
    const { hears, says, packet } = conversation();
    await hears('I lost my card', undefined, ...reported);
    await hears('hello', undefined, 'greeting');
    await hears('help', undefined, 'help');
    await hears('agent', undefined, 'agent');
    assert.equal(packet().reason, 'freezeOrReport');
    await hears('start over', undefined, 'startedOver');
    await hears('简体中文', undefined, 'language.changed', 'anythingElse');
    const [stands] = await says('帮我解冻');
    assert.equal(stands && messageId(stands), 'report.stands');
    assert.deepEqual(
      stands?.suggestedActions?.actions.map(({ value }) => value),
      ['卡找到了', '人工客服'],
    );
  });

  it('ends where the card was found, says what is done next, and tells the staff', async () => {
    const { hears, packet, customerService } = conversation();
    await hears('I lost my card', undefined, ...reported);
    await hears('I have not found my card', undefined, ...reported);
    await hears('unfreeze it', undefined, 'report.stands');
    await hears('••••1114', named, 'report.cardNamed');
    assert.equal(packet().cardFound, false);
    await hears('I found my card', undefined, 'report.cardFoundAndNamed', ...asked);
    assert.deepEqual([packet().cardFound, packet().cards], [true, [card]]);
    assert.equal(customerService.queryCardStatus.lastCall.args[0].card, card.card);
    await hears('no', undefined, 'unfreeze.declined', 'anythingElse');
    await hears('unfreeze it', undefined, ...asked);
  });

  it('ends with the wish that comes with the news, or with the number of the card', async () => {
    const unnamed = conversation();
    await unnamed.hears('I lost my card', undefined, ...reported);
    await unnamed.hears('I found it, please unfreeze it', undefined, 'report.cardFound', 'cardNumber.ask');
    const withNumber = conversation();
    await withNumber.hears('I lost my card', undefined, ...reported);
    await withNumber.hears('I found my card', named, 'report.cardFoundAndNamed', ...asked);
  });

  it('ends for nobody who has reported nothing: the words mean then what they did before', async () => {
    const { hears, desk } = conversation();
    await hears('I found my card', undefined, 'notUnderstood.1');
    assert.equal(desk.open.callCount, 0);
  });

  it('is also what is left of "not me" where nothing was unfrozen', async () => {
    const { hears, customerService } = conversation({ phone: '+12025550101' });
    customerService.disown.resolves({ outcome: 'nothingUnfrozen' });
    await hears('not me', undefined, 'freezing.which');
    await hears('••••1114', named, 'report.cardNamed', 'freezing.notHere');
    customerService.disown.resolves({ outcome: 'frozenAgain', cards: [card] });
    await hears('not me', undefined, 'disowned.frozenAgain', 'agent');
  });

  it('is not asked whether to go on with a case of another channel', async () => {
    const { hears, cases } = conversation({ phone: '+12025550101' });
    cases.languageByPhone.resolves('en');
    await hears('I lost my card', undefined, 'freezing.which');
    await hears('unfreeze my card', undefined, 'report.stands');
  });
});

/** The seconds that words take, at 165 English words a minute or 4.5 Chinese characters a second. */
function secondsOf(words: string): number {
  const latin = words.match(/[A-Za-z0-9]+/g)?.length ?? 0;
  return (latin * 60) / 165 + (words.match(/\p{Script=Han}/gu)?.length ?? 0) / 4.5;
}

describe('what is said on the telephone while a report stands', () => {
  const facts = { lastFour: '1114', caseId: 'K-4821' };
  const turns = [
    { says: 'report.cardNamed', choices: [] },
    { says: 'report.cardNumberProblem', choices: [] },
    { says: 'report.stands', choices: ['choice.cardFound', 'choice.agent'] },
    { says: 'report.cardFound', choices: ['choice.unfreeze', 'choice.agent'] },
    { says: 'report.cardFoundAndNamed', choices: [] },
  ] as const;
  for (const language of languages) {
    it(`takes 8 seconds at most, keys and all, in ${language}`, () => {
      for (const { says, choices } of turns) {
        const keys = choices.map((id, place) =>
          ordinarySentences.speech(language, 'telephone.press', {
            choice: ordinarySentences.speech(language, id),
            key: place + 1,
          }),
        );
        const turn = [ordinarySentences.speech(language, says, facts), ...keys].join(' ');
        assert.ok(secondsOf(turn) <= 8, `${secondsOf(turn)} s: ${turn}`);
      }
    });
  }
});
