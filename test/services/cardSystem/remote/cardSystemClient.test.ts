import assert from 'node:assert/strict';
import { CardSystemClient } from '../../../../services/cardSystem/remote/cardSystemClient.ts';
import { rejectsWith } from '../../rejectsWith.ts';
import { liNa, unknownNumber } from '../../testBank.ts';
import { CardSystemStub } from '../cardSystemStub.ts';

describe('the client of a bank’s card system', () => {
  let stub: CardSystemStub;
  let client: CardSystemClient;
  beforeEach(async () => {
    stub = await CardSystemStub.open();
    client = new CardSystemClient(stub.address());
  });
  afterEach(() => stub.close());

  it('finds it under an address with a slash at its end, and shows its token', async () => {
    const other = new CardSystemClient({ ...stub.address(), url: `${stub.url}/` });
    assert.equal((await other.lookUp(liNa.number))?.status, 'frozen');
    assert.equal(await other.lookUp(unknownNumber), null);
  });

  it('takes a refusal of its token for trouble on our side, and does not ask again', async () => {
    const stranger = new CardSystemClient({ ...stub.address(), token: 'x'.repeat(32) });
    await rejectsWith('internal', stranger.lookUp(liNa.number));
    assert.equal(stub.requests.length, 0);
  });

  it('puts card numbers and passwords into bodies alone, and only what has an effect under a key', async () => {
    await client.lookUp(liNa.number);
    await client.verifyPassword('one', liNa.number, '000000');
    await client.notePasswordCheck('two', liNa.number, true);
    await client.unfreeze('three', { cardNumber: liNa.number, version: 9, reservedVersion: 1 });
    assert.deepEqual(
      stub.requests.map(({ path, key }) => [path, key]),
      [
        ['card-look-ups', undefined],
        ['password-verifications', 'one'],
        ['password-checks', 'two'],
        ['unfreezings', 'three'],
      ],
    );
  });

  it('finds nobody by phone where the card system has no search, and believes no other digits', async () => {
    const cards = (reaches: CardSystemClient) => reaches.search(liNa.phone, '1114');
    assert.deepEqual(await cards(client), [liNa.number]);
    const without = new CardSystemClient({ ...stub.address(), url: `${stub.url}/older` });
    assert.deepEqual(await cards(without), []);
    await rejectsWith('internal', without.freeze('one', liNa.number, 'suspectedFraud'));
    for (const answers of [{}, { cardNumbers: ['1114'] }, { cardNumbers: null }]) {
      stub.faults['card-searches'] = [{ answers }];
      await rejectsWith('internal', cards(client));
    }
  });

  it('asks three times and no more', async () => {
    stub.faults['card-look-ups'] = Array(9).fill('serverError');
    await rejectsWith('storeUnavailable', client.lookUp(liNa.number));
    assert.equal(stub.asked('card-look-ups'), 3);
  });

  it('asks no more for a while when nothing has answered twenty times', async () => {
    stub.faults['card-look-ups'] = Array(100).fill('lostOnTheWay');
    for (let times = 0; times < 9; times++) await rejectsWith('storeUnavailable', client.lookUp(liNa.number));
    assert.equal(stub.asked('card-look-ups'), 20);
  });

  it('takes nothing else for an answer', async () => {
    for (const answers of ['<html>', 7, null, { card: 'none' }, {}]) {
      stub.faults['card-look-ups'] = [{ answers }];
      await rejectsWith('internal', client.lookUp(liNa.number));
    }
  });
});
