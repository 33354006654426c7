import assert from 'node:assert/strict';
import fc from 'fast-check';
import { demoCustomers } from '../../demo/demoBank.ts';
import { languages } from '../../kit/language.ts';
import { type AuthenticationItem, authenticationItems } from '../../services/contract/items/index.ts';
import { counts, isShort } from '../counts.ts';
import { say } from '../progress.ts';
import { tracesIn } from '../traces.ts';
import type { Sentence } from './channel.ts';
import { InProcessConversation } from './inProcess.ts';
import { secrets } from './play.ts';
import type { Turn } from './scenario.ts';
import { ScenarioBank } from './scenarioBank.ts';

const { conversations } = counts;
const mostTurns = 14;

const cards = demoCustomers().flatMap(({ reserved, cards: own }) =>
  own.map(({ number }) => ({ number, lastFour: number.slice(-4), reserved })),
);
type Card = (typeof cards)[number];

const utterances = [
  'yes',
  'no',
  'cancel',
  'back',
  'repeat',
  'help',
  'why do you ask?',
  'agent',
  'start over',
  'unfreeze it',
  'how do I unfreeze it',
  'check my card',
  'I lost my card',
  'the other card',
  'English',
  '繁體中文',
  'how long does it take',
  '好的',
  '不用了',
  '取消',
  '返回',
  '再说一遍',
  '帮我解冻',
  '卡被偷了',
  '人工',
  '安全嗎？',
  '換一張卡',
  '123456',
  '6200',
  '🙂',
  '',
  '\u202eابجد',
  'yes, ending 1114',
  'yes the one ending 4446',
  '11010519491231002X',
  'go on elsewhere',
  '1234 5678 90123',
  'I have a code',
  'x'.repeat(600),
];

/** What a customer does next: mostly on the way, sometimes anything at all. */
const move = fc.oneof(
  { weight: 12, arbitrary: fc.constant('goesOn' as const) },
  { weight: 3, arbitrary: fc.constantFrom(...utterances).map((said) => ({ said })) },
  { weight: 2, arbitrary: fc.constantFrom(...cards).map(({ number }) => ({ said: number })) },
  { weight: 1, arbitrary: fc.constant('givesWrong' as const) },
  { weight: 1, arbitrary: fc.constant('isSilent' as const) },
  { weight: 1, arbitrary: fc.constant('sendsAttachment' as const) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }).map((said) => ({ said })) },
);
type Move = typeof move extends fc.Arbitrary<infer One> ? One : never;

const walks = fc.record({
  language: fc.constantFrom(...languages),
  card: fc.constantFrom(...cards),
  moves: fc.array(move, { minLength: 1, maxLength: mostTurns }),
});

const right: Record<AuthenticationItem, (card: Card) => string | undefined> = {
  identityDocument: ({ reserved }) => reserved.identityDocument?.number,
  transactionPassword: ({ reserved }) => reserved.transactionPassword ?? undefined,
};
const wrong = { identityDocument: '110101199003070054', transactionPassword: '000000' };
const yes = /\byes\b|^(?:y[aeo]?|kk?|go|np|oj)\W*$|^ok|unfreeze|好的|解冻|^[好是对對行可嗯係系]$|[👍👌✅]/iu;

/** What is said to who is out of everything. */
const isOut = new Set(['cancelled', 'startedOver', 'nothingToCancel']);

/** What an onlooker knows: which card the bot has named, whether the customer said yes to it, and what they gave since. */
class Witness {
  asked = '';
  open: AuthenticationItem | undefined;
  readonly mayBeUnfrozen = new Set<string>();
  #named: string | undefined;
  #agreedTo: string | undefined;
  #given = new Set<AuthenticationItem>();

  sees(does: Turn, answers: Sentence[]): void {
    const last = answers.at(-1);
    const said = does.does === 'says' ? does.text : '';
    this.#seesGiven(does.does === 'gives' ? does.value : said);
    for (const { messageId, text } of answers) {
      const card = cards.find(({ lastFour }) => lastFour === this.#agreedTo);
      if (messageId !== 'outcome.unfrozen' || !card || !text.includes(card.lastFour)) continue;
      if (this.#everythingOf(card)) this.mayBeUnfrozen.add(card.lastFour);
    }
    if (this.#named && last?.form && yes.test(said.normalize('NFKC').trim())) {
      this.#agreedTo = this.#named;
      this.#given.clear();
    }
    if (answers.some(({ messageId }) => messageId.startsWith('outcome.notAccepted'))) this.#given.clear();
    const confirms = last?.messageId.startsWith('unfreeze.confirm');
    this.#named = confirms
      ? cards.find(({ lastFour }) => last?.text.includes(lastFour))?.lastFour
      : undefined;
    this.asked = last?.messageId ?? '';
    this.open = last?.form?.item;
  }

  #seesGiven(value: string): void {
    const card = cards.find(({ lastFour }) => lastFour === this.#agreedTo);
    if (card && this.open && right[this.open](card) === value) this.#given.add(this.open);
  }

  #everythingOf(card: Card): boolean {
    return authenticationItems.every((item) => right[item](card) === undefined || this.#given.has(item));
  }
}

describe('a random walk through conversations', function () {
  this.timeout(conversations * 1000);
  let bank: ScenarioBank;
  let turns = 0;
  let unfrozen = 0;
  let walked = 0;
  let atFirst: Record<string, string> = {};
  before(async () => {
    bank = await ScenarioBank.open();
  });
  after(() => bank.close());

  /** The turn that a move makes of where the conversation stands. */
  function turn(of: Move, card: Card, asked: string, open: AuthenticationItem | undefined): Turn {
    if (of === 'isSilent') return { does: 'isSilent' };
    if (of === 'sendsAttachment') return { does: 'sends', thing: 'attachment' };
    if (of === 'givesWrong' && open) return { does: 'gives', item: open, value: wrong[open] };
    if (typeof of === 'object') return { does: 'says', text: of.said };
    if (open) return { does: 'gives', item: open, value: right[open](card) ?? wrong[open] };
    const next: Record<string, string> = { 'cardNumber.ask': card.number, 'unfreeze.confirm': 'yes' };
    return { does: 'says', text: next[asked] ?? 'unfreeze' };
  }

  async function taken(conversation: InProcessConversation, does: Turn): Promise<Sentence[]> {
    turns += 1;
    const answers = await conversation.takes(does);
    assert.ok(
      answers.length > 0 && answers.length <= 5,
      `${answers.length} sentences for ${JSON.stringify(does)}`,
    );
    for (const answer of answers) {
      assert.notEqual(answer.messageId, 'trouble', bank.logged.join());
      assert.ok(answer.text.length <= 400, answer.messageId);
    }
    return answers;
  }

  /** Wherever a walk has come to, the customer is out of it in two turns. */
  async function leaves(conversation: InProcessConversation, witness: Witness): Promise<void> {
    let last: Sentence | undefined;
    for (const text of ['cancel', 'yes, stop']) {
      const does: Turn = { does: 'says', text };
      const answers = await taken(conversation, does);
      witness.sees(does, answers);
      last = answers.at(-1);
      if (isOut.has(last?.messageId ?? '')) return;
    }
    assert.fail(`nobody gets out of ${last?.messageId}`);
  }

  it(`always ends, never fails, leaks or unfreezes without a yes and every item (${conversations})`, async () => {
    await fc.assert(
      fc
        .asyncProperty(walks, async ({ language, card, moves }) => {
          const conversation = await new InProcessConversation(bank, language).begins();
          const witness = new Witness();
          for (const one of moves) {
            const does = turn(one, card, witness.asked, witness.open);
            witness.sees(does, await taken(conversation, does));
          }
          await leaves(conversation, witness);
          const { everything } = conversation;
          const kept = await bank.keptByTheBot();
          // A state and a case, and an answer for each delivery: nothing else grows with a conversation.
          const most = 8_000 + 1_200 * (moves.length + 3);
          assert.ok(kept.length < most, `${kept.length} characters are kept, and not ${most}`);
          assert.deepEqual(tracesIn(kept + JSON.stringify(everything), secrets), []);
          const after = await bank.cards();
          for (const { lastFour } of cards) {
            if (after[lastFour] === atFirst[lastFour]) continue;
            unfrozen += 1;
            assert.ok(
              witness.mayBeUnfrozen.has(lastFour),
              `${lastFour} was unfrozen without a yes and every item`,
            );
          }
          assert.deepEqual(bank.logged, []);
          walked += 1;
          say(`${walked} walks, ${turns} turns, ${unfrozen} unfreezings`, walked % 1000 === 0);
        })
        .beforeEach(async () => {
          await bank.reset();
          atFirst = await bank.cards();
        }),
      // A few walks, the same each time: by chance none of so few could come to the end.
      { numRuns: conversations, ...(isShort && { seed: 2026 }) },
    );
    assert.ok(unfrozen > conversations / 40, `only ${unfrozen} walks came to the end of the way`);
  });
});
