import assert from 'node:assert/strict';
import pino from 'pino';
import { botSchema } from '../../bot/botSchema.ts';
import type { Store } from '../../kit/store/store.ts';
import { webChatBot } from '../bot/webChatBot.ts';
import { liNa, openTestBank, type TestBank } from '../services/testBank.ts';

const grant = { conversationId: 'c1', userId: 'dl_1', locale: 'en-US' };
const wrong = '999999';

describe('a turn that dies after the bank’s commit and before its own, where one bot has the database', () => {
  let bank: TestBank;
  let isDying: boolean;
  let bot: ReturnType<typeof webChatBot>;
  let watermark: string;

  beforeEach(async () => {
    bank = await openTestBank({ beside: [botSchema] });
    isDying = false;
    watermark = '';
    starts();
    await bot.directLine.start(grant, '');
    await says('unfreeze my card');
    await says(liNa.number);
    assert.deepEqual((await says('yes')).slice(-1), ['identityDocument.ask']);
  });
  afterEach(() => bank.close());

  /** A bot as each process has its own; from when it is dying its transactions never end. */
  function starts(): void {
    isDying = false;
    const transaction: Store['transaction'] = (locks, work) =>
      isDying ? Promise.reject(new Error('it dies')) : bank.store.transaction(locks, work);
    const store: Store = Object.assign(Object.create(bank.store), {
      transaction,
      // The bank's commit comes first where others want to be certain of theirs meanwhile, or the turn takes long.
      inOneCommit: <Result>(work: () => Promise<Result>) => work(),
      read: bank.store.read.bind(bank.store),
    });
    bot = webChatBot({ bank, store, log: pino({ level: 'silent' }), isAlone: true });
  }

  const posts = (text: string, id = `${text.replaceAll(' ', '-')}-once`) =>
    bot.directLine.post(grant, 'c1', { type: 'message', text, channelData: { clientActivityID: id } });

  /** The ids of the sentences that are new. */
  async function hears(): Promise<string[]> {
    const set = await bot.directLine.activities(grant, 'c1', watermark);
    watermark = set.watermark;
    return set.activities.flatMap(
      ({ channelData }) => (channelData as { thawline?: { messageId?: string } })?.thawline?.messageId ?? [],
    );
  }
  async function says(text: string, id?: string): Promise<string[]> {
    await posts(text, id);
    return hears();
  }

  /** Gives it to a process that dies once the bank has done what it does. */
  async function givesInVain(text: string, id?: string): Promise<void> {
    const { processor } = bank;
    const gives = processor.giveAuthenticationInformation;
    processor.giveAuthenticationInformation = async (...given) => {
      const answer = await gives.apply(processor, given);
      isDying = true;
      return answer;
    };
    await posts(text, id).catch(() => {});
    processor.giveAuthenticationInformation = gives;
    assert.ok(isDying);
    starts();
  }
  const left = async () => {
    const [request] = await bank.store.read((manager) =>
      manager.query('SELECT attempt, attempts_begun AS begun FROM authentication_requests'),
    );
    return [request.attempt, request.begun];
  };

  for (const [how, id] of [
    ['sent again', 'first'],
    ['typed anew', 'second'],
  ]) {
    it(`tells what the bank made of a document that is ${how}, and counts one attempt`, async () => {
      await givesInVain(liNa.identityDocument, 'first');
      assert.deepEqual(await hears(), [], 'nothing was acknowledged, and nothing is shown');
      assert.deepEqual(await says(liNa.identityDocument, id), ['transactionPassword.ask']);
      assert.deepEqual(await left(), [1, 1]);
    });
  }

  it('tells of a wrong password by itself that it was not accepted, and counts it once', async () => {
    await says(liNa.identityDocument);
    await givesInVain(wrong);
    await bot.turns.recover((lost) => bot.directLine.recovered(lost));
    assert.deepEqual(await hears(), ['outcome.notAccepted', 'identityDocument.ask']);
    assert.deepEqual(await left(), [2, 1]);
    assert.deepEqual(await says(wrong), [], 'sent again it has the answer that it had');
    assert.deepEqual(await left(), [2, 1]);
  });

  it('tells by itself that the card is unfrozen, once', async () => {
    await says(liNa.identityDocument);
    await givesInVain(liNa.transactionPassword);
    await bot.turns.recover((lost) => bot.directLine.recovered(lost));
    assert.deepEqual(await hears(), ['outcome.unfrozen', 'anythingElse']);
    assert.deepEqual(await says(liNa.transactionPassword), []);
  });
});
