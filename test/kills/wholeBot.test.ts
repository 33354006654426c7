import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Carrier } from '../../demo/carrier.ts';
import { seconds } from '../../kit/time.ts';
import { developmentAccount } from '../../kit/twilioSettings.ts';
import type { CardReference } from '../../services/contract/card.ts';
import { isLong, isShort, surroundings } from '../counts.ts';
import { databases, type EmptyDatabase } from '../databases/databases.ts';
import { Conversation } from '../journeys/conversation.ts';
import { Thawline } from '../journeys/thawline.ts';
import { zhaoLei } from '../services/testBank.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { Books } from './books.ts';
import { readCrossings } from './readCrossings.ts';

/** How the step is called with which an unfreezing is complete. */
const receiptIsCommitted = ': its receipt is committed';

const preload = 'test/kills/crossings.ts';

const mostToLose = 'with everything committed and nothing answered';

/** Where it dies, and whether the card is unfrozen when it is gone. */
const points: [string, boolean][] = [
  ['while the password is checked', false],
  ['with everything done but not committed', false],
  [mostToLose, true],
  ['with half of the answer written', true],
];

const layouts = {
  'in one process': Thawline.started,
  'in two processes': Thawline.startedApart,
};

for (const [place, [layout, database]] of surroundings.entries()) {
  const start = layouts[layout];
  describe(`a conversation in which the bank’s side is killed, ${layout}, on ${database}`, () => {
    const folder = temporaryFolder();
    const crossings = join(folder.path, 'crossings');
    let clockAhead = 0;
    let empty: EmptyDatabase;
    let thawline: Thawline;
    let books: Books;
    let card: CardReference;
    let steps: string[];

    before(async () => {
      empty = await databases[database]();
      const settings = { DATABASE_URL: empty.url, CROSSINGS_FILE: crossings };
      thawline = await start(settings, { preload });
      books = await Books.opened(thawline.bankFolder, empty.url, () => clockAhead);
      card = await books.card(zhaoLei.number);
      steps = await rehearse();
    });
    after(async () => {
      await thawline.close();
      await books.close();
      await empty.remove();
      folder.remove();
    });

    async function asksToUnfreeze(conversation: Conversation): Promise<void> {
      assert.equal((await conversation.say(`unfreeze ${zhaoLei.number}`))[0], 'cardStatus.frozen');
      await conversation.say('yes');
    }

    async function begins(): Promise<Conversation> {
      await books.openPage([card]);
      const conversation = await Conversation.with(thawline);
      await asksToUnfreeze(conversation);
      return conversation;
    }

    /** The post that has unfrozen a card last, as its steps name it. */
    function unfreezing(): string {
      const receipt = readCrossings(crossings).findLast(({ step }) => step.endsWith(receiptIsCommitted));
      assert.ok(receipt, 'the crossings are not seen');
      return receipt.step.slice(0, -receiptIsCommitted.length);
    }

    /** The steps at which it is killed, as they are called where the bank's side runs. */
    async function rehearse(): Promise<string[]> {
      const conversation = await begins();
      const [outcome] = await conversation.give('transactionPassword', zhaoLei.transactionPassword);
      assert.equal(outcome, 'outcome.unfrozen');
      const post = unfreezing();
      return [
        `${post}: its check has begun`,
        `${post}: its receipt is queued`,
        `${post}${receiptIsCommitted}`,
        `${post}: half of its answer is written`,
      ];
    }

    const happened = async () => {
      const { status, unfreezings, receipts, counted } = await books.account(card);
      return { status, unfreezings, receipts, counted };
    };
    const once = { status: 'active', unfreezings: 1, receipts: 1, counted: [0, 0] };
    const notYet = { status: 'frozen', unfreezings: 0, receipts: 0, counted: [1, 1] };

    for (const [index, [where, isUnfrozen]] of points.entries()) {
      // Beside the long run each of them dies once, by turns in one process and in two, and in a short run only one.
      if (!isLong && index % surroundings.length !== place) continue;
      if (isShort && where !== mostToLose) continue;
      it(`unfreezes once, or not at all, when it dies ${where}`, async () => {
        const step = steps[index] ?? '';
        const conversation = await begins();
        const sealed = await conversation.sealed('transactionPassword', zhaoLei.transactionPassword);
        await thawline.bank.tell({ step, crossing: 1 });
        const posted = conversation.send(sealed).then(
          ({ status }) => status,
          () => 'no answer',
        );
        assert.equal(await thawline.bank.ended(), 'SIGKILL');
        const last = readCrossings(crossings).at(-1);
        assert.deepEqual([last?.step, last?.killed], [step, true]);
        assert.deepEqual(await happened(), isUnfrozen ? once : notYet);
        clockAhead += 31 * seconds;
        const settings = { CLOCK_AHEAD: String(clockAhead) };
        if (thawline.processor) {
          await thawline.processorUp(settings);
          assert.equal(await posted, 200);
          const [outcome = ''] = await conversation.answers();
          // Where the bank's side took longer to come back than the bot waits, the customer gives it again.
          const [heard] = outcome === 'trouble' ? await conversation.post(sealed) : [outcome];
          assert.equal(heard, 'outcome.unfrozen', thawline.failures);
        } else {
          await thawline.up(settings);
          assert.equal(await posted, 'no answer');
          // The turn that was lost may have been done again by now; the page sends what it has sealed once more.
          const heard = await conversation.post(sealed);
          assert.ok(heard.includes('outcome.unfrozen'), `${heard}`);
        }
        assert.deepEqual(await happened(), once);
        assert.equal(await books.firstBadEntry(), undefined);
      });
    }

    if (layout === 'in two processes') return;

    it('unfreezes once when it dies over a message, and says so when the carrier brings that again', async () => {
      const { sid: accountSid, token } = developmentAccount;
      const carrier = new Carrier({ accountSid, token, publicUrl: () => thawline.url });
      const writes = (text: string, more = {}) => carrier.text('+12025550177', text, more);
      const gives = async (more = {}) => String((await writes(zhaoLei.transactionPassword, more)).replies);
      const asks = async () => {
        await books.openPage([card]);
        for (const text of [`unfreeze ${zhaoLei.number}`, 'yes']) await writes(text);
      };
      await asks();
      const outcome = await gives();
      assert.match(outcome, /The card ending 4446 is unfrozen/);
      const step = `${unfreezing()}${receiptIsCommitted}`;
      await asks();
      await thawline.bank.tell({ step, crossing: 1 });
      const message = { MessageSid: `SM${'7'.repeat(32)}` };
      assert.equal(await gives(message), '');
      assert.equal(await thawline.bank.ended(), 'SIGKILL');
      assert.deepEqual(await happened(), once);
      clockAhead += 31 * seconds;
      await thawline.up({ CLOCK_AHEAD: String(clockAhead) });
      assert.equal(await gives(message), outcome, thawline.failures);
      assert.equal(await gives(message), outcome);
      assert.deepEqual(await happened(), once);
    });
  });
}
