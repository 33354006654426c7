import assert from 'node:assert/strict';
import type { CardReference } from '../../services/contract/card.ts';
import { counts, isLong, isShort } from '../counts.ts';
import { type DatabaseName, databases, type EmptyDatabase } from '../databases/databases.ts';
import * as progress from '../progress.ts';
import { liNa, zhaoLei, zhengKai } from '../services/testBank.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { Books } from './books.ts';
import type { KillPoint } from './crossings.ts';
import { figures, type Kill } from './figures.ts';
import { holdConversations, type Told } from './load.ts';
import { MortalBank } from './mortalBank.ts';
import { othersOnTheirWay } from './readCrossings.ts';

const wrongPassword = '864209';

/** Steps that the path must have, or its crossings are no longer seen. */
const landmarks = [
  'its check has begun',
  'its check is done',
  'after UPDATE cards.status',
  'after INSERT audit_tail',
  'after INSERT outbox',
  'committed',
  'half of its answer is written',
];

/**
 * The steps at which a database is killed: all landmarks, and every other one of the rest, so that both databases
 * together are killed at each.
 */
function chosen(crossed: [string, number][], database: DatabaseName): [string, number][] {
  const isLandmark = ([step]: [string, number]) => landmarks.some((landmark) => step.endsWith(landmark));
  const others = crossed.filter((step) => !isLandmark(step));
  const turn = Object.keys(databases).indexOf(database);
  return crossed.filter((step) => isLandmark(step) || others.indexOf(step) % 2 === turn);
}

const receiptIsQueued = ', after INSERT outbox';

/** Where the card’s change, its receipt and its answer could come apart: all that there is time for in a short run. */
function worst(crossed: [string, number][]): [string, number][] {
  const [receipt = ''] = crossed.find(([step]) => step.endsWith(receiptIsQueued)) ?? [];
  const transaction = receipt.slice(0, -receiptIsQueued.length);
  const ends = [', after UPDATE cards.status', receiptIsQueued, ', committed'].map(
    (end) => transaction + end,
  );
  return crossed.filter(([step]) => ends.includes(step) || step.endsWith('half of its answer is written'));
}

/** The most crossings of one step from which the kill is chosen. */
const most = 8;

/**
 * Giving authentication information; in the long run everything that leads to it, too. What is written at most once a second
 * is on the path of some and not of others, and nobody can say of whom.
 */
function isOnThePath(step: string): boolean {
  if (step.includes(' steady_moments')) return false;
  return isLong ? !step.startsWith('card-references: ') : step.startsWith('information: ');
}

function wentWrongAt({ step, crossing }: KillPoint, cause: unknown): never {
  throw new Error(
    `killed at crossing ${crossing} of “${step}”: ${cause instanceof Error ? cause.message : String(cause)}`,
    { cause },
  );
}

/** Kills the bank's side at each step of giving authentication information in turn, under load. */
export function killedAtEveryStep(database: DatabaseName): void {
  describe(`the bank’s side, killed at every step under load, on ${database}`, function () {
    this.timeout(counts.kills * 15_000);
    const folder = temporaryFolder();
    let empty: EmptyDatabase;
    let bank: MortalBank;
    let books: Books;
    /** Unfrozen by two conversations at once; by one, with two items; tried with the wrong password by two. */
    let cards: { twice: CardReference; once: CardReference; never: CardReference };

    before(async () => {
      empty = await databases[database]();
      bank = new MortalBank(folder.path, empty.url);
      await bank.up();
      books = await Books.opened(folder.path, empty.url, () => bank.clockAhead);
      cards = {
        twice: await books.card(zhaoLei.number),
        once: await books.card(liNa.number),
        never: await books.card(zhengKai.number),
      };
    });
    after(async () => {
      await bank.close();
      await books.close();
      await empty.remove();
      folder.remove();
    });

    /** Two customers with what is right, and one who is tried with a wrong password. */
    function conversations() {
      const wrong = { ...zhengKai, transactionPassword: wrongPassword };
      return [
        { card: cards.twice, given: zhaoLei },
        { card: cards.twice, given: zhaoLei },
        { card: cards.once, given: liNa },
        { card: cards.never, given: wrong },
        { card: cards.never, given: wrong },
      ];
    }

    async function load(told: Told[]): Promise<void> {
      await holdConversations(bank, conversations(), told);
    }

    /** Whatever moment it was: what was told is there, and the change, its audit entry and its receipt go together. */
    async function assertWhatWasToldStands(told: readonly Told[]): Promise<void> {
      const heard = (of: CardReference, what: string) =>
        told.filter(({ card, outcome }) => card === of && outcome === what).length;
      for (const card of [cards.twice, cards.once]) {
        const { status, unfreezings, receipts } = await books.account(card);
        assert.equal(status === 'active' ? 1 : 0, unfreezings, 'an unfreezing has its audit entry');
        assert.equal(receipts, unfreezings, 'an unfreezing has its receipt');
        assert.ok(heard(card, 'unfrozen') <= unfreezings, 'an unfreezing that was told is there');
      }
      const never = await books.account(cards.never);
      // A wrong password counts on the card's own counter before anybody hears of it.
      assert.ok(never.failures <= never.passwordErrors, 'a failure has counted on the card');
      assert.ok(never.passwordErrors <= 2, 'no password has counted twice');
      assert.ok(heard(cards.never, 'notAccepted') <= never.failures, 'a failure that was told is there');
      for (const count of never.counted) assert.ok(never.failures <= count && count <= 2, `counted ${count}`);
    }

    /** When everybody has asked again and heard the end: as if nobody had been killed. */
    async function assertAllIsDoneOnce(told: readonly Told[]): Promise<void> {
      const outcomes = (of: CardReference) =>
        told
          .filter(({ card }) => card === of)
          .map(({ outcome }) => outcome)
          .sort();
      const [other, ...first] = outcomes(cards.twice);
      assert.ok(other === 'over' || other === 'noFrozenCard', other);
      assert.deepEqual([first, outcomes(cards.once)], [['unfrozen'], ['unfrozen']]);
      assert.deepEqual(outcomes(cards.never), ['notAccepted', 'notAccepted']);
      const unfrozen = { status: 'active', unfreezings: 1, receipts: 1, failures: 0, passwordErrors: 0 };
      for (const card of [cards.twice, cards.once]) {
        assert.deepEqual(await books.account(card), { ...unfrozen, counted: [0, 0] });
      }
      const frozen = { status: 'frozen', unfreezings: 0, receipts: 0, failures: 2, passwordErrors: 2 };
      assert.deepEqual(await books.account(cards.never), { ...frozen, counted: [2, 2] });
    }

    /** @returns how often each step was crossed when nobody was killed */
    async function rehearse(): Promise<Map<string, number>> {
      const told: Told[] = [];
      await books.openPage(Object.values(cards));
      await load(told);
      await assertAllIsDoneOnce(told);
      const steps = bank.crossed().map(({ step }) => step);
      const counted = new Map<string, number>();
      for (const step of steps.filter(isOnThePath)) counted.set(step, (counted.get(step) ?? 0) + 1);
      return counted;
    }

    /**
     * Holds conversations until it has died, looks at what it left, starts it again, and sees everyone to the end.
     * @returns undefined where nobody came to that step in ten rounds, since who comes first decides in which transaction a
     * statement stands
     */
    async function killAt(point: KillPoint): Promise<Kill | undefined> {
      await bank.willDieAt(point);
      for (let rounds = 0; rounds < 10; rounds++) {
        const told: Told[] = [];
        const lostBefore = bank.lost;
        await books.openPage(Object.values(cards));
        const loaded = load(told);
        const isDead = await Promise.race([bank.killed().then(() => true), loaded.then(() => false)]);
        if (!isDead) {
          await assertAllIsDoneOnce(told);
          continue;
        }
        const crossed = bank.crossed();
        const { step, killed } = crossed.at(-1) ?? {};
        assert.deepEqual({ step, killed }, { step: point.step, killed: true }, 'killed just there');
        await assertWhatWasToldStands([...told]);
        // What a worker does beside a step may be the last that is done, when everybody has heard.
        const everybodyHasHeard = told.length === conversations().length;
        await bank.up();
        await loaded;
        await assertAllIsDoneOnce(told);
        assert.ok(everybodyHasHeard || bank.lost - lostBefore >= 2, 'others were waiting for their answers');
        return { ...point, others: othersOnTheirWay(crossed) };
      }
      return undefined;
    }

    it('unfreezes once, keeps what it told, counts every failure once, and its trail tells of just that', async () => {
      const [one, other] = [await rehearse(), await rehearse()];
      // What a worker does beside a step is crossed at one time and not at another: nobody can be killed there on purpose.
      const crossed = [...one].flatMap(([step, times]): [string, number][] => {
        const again = other.get(step);
        return again === undefined ? [] : [[step, Math.min(times, again)]];
      });
      for (const landmark of landmarks) {
        assert.ok(
          crossed.some(([step]) => step.endsWith(landmark)),
          landmark,
        );
      }
      const steps = isLong ? crossed : isShort ? worst(crossed) : chosen(crossed, database);
      const kills: Kill[] = [];
      const missed: string[] = [];
      for (let tries = 0; kills.length + missed.length < Math.max(counts.kills, steps.length); tries++) {
        const round = Math.floor(tries / steps.length);
        const [step = '', times = 0] = steps[tries % steps.length] ?? [];
        const point = { step, crossing: 1 + ((tries + round) % Math.min(times, most)) };
        const kill = await killAt(point).catch((cause) => wentWrongAt(point, cause));
        if (kill) kills.push(kill);
        else missed.push(step);
        assert.ok(missed.length <= (isShort ? 0 : 1), `never crossed: ${missed.join('; ')}`);
        progress.say(`${database}: ${kills.length} kills`, kills.length % 20 === 0);
      }
      assert.equal(await books.firstBadEntry(), undefined);
      assert.equal(bank.log, '');
      progress.say(figures(database, kills), true);
    });
  });
}
