import assert from 'node:assert/strict';
import { LookedUp } from '../../../../services/cardSystem/remote/addresses.ts';
import { liNa } from '../../testBank.ts';
import { phc } from '../cardSystemStub.ts';

const verifier = phc('135790');
const card = {
  status: 'frozen',
  freezes: ['customerRequest'],
  version: 7,
  customer: {
    id: 'C-1',
    phone: '+8613800000001',
    language: 'zh-Hans',
    reserved: {
      version: 3,
      identityDocument: { type: 'residentIdentityCard', number: liNa.identityDocument },
      transactionPassword: { checkedBy: 'thawline', verifier },
    },
  },
};
const takes = (given: unknown) => LookedUp.safeParse({ card: given }).success;
const reserves = (reserved: object) =>
  takes({
    ...card,
    customer: { ...card.customer, reserved: { ...card.customer.reserved, ...reserved } },
  });
const hasVerifier = (text: string) =>
  reserves({ transactionPassword: { checkedBy: 'thawline', verifier: text } });

describe('a card that a card system hands over', () => {
  it('is taken whole, with everything reserved or nothing, or as no card', () => {
    const active = { ...card, status: 'active', freezes: [] };
    for (const good of [card, active, { ...card, freezes: ['rain'] }, null]) assert.ok(takes(good));
    assert.ok(reserves({ identityDocument: null, transactionPassword: null }));
    assert.ok(reserves({ transactionPassword: { checkedBy: 'cardSystem' } }));
  });

  it('is refused where it contradicts itself or lacks something', () => {
    const { version: _version, ...withoutVersion } = card;
    for (const bad of [
      { ...card, freezes: [] },
      { ...card, status: 'active' },
      { ...card, freezes: ['customerRequest', 'customerRequest'] },
      { ...card, freezes: ['x'.repeat(65)] },
      { ...card, freezes: [''] },
      { ...card, status: 'thawed' },
      { ...card, version: -1 },
      { ...card, version: 2 ** 31 },
      { ...card, version: '7' },
      { ...card, customer: { ...card.customer, phone: '13800000001' } },
      { ...card, customer: { ...card.customer, id: '' } },
      withoutVersion,
      undefined,
      [],
    ]) {
      assert.ok(!takes(bad), JSON.stringify(bad));
    }
    assert.ok(!reserves({ identityDocument: { type: 'residentIdentityCard', number: '123' } }));
  });

  it('brings no plain password, and no verifier that is too weak, too dear or of another kind', () => {
    assert.ok(hasVerifier(verifier));
    for (const bad of [
      '135790',
      '',
      verifier.replace('argon2id', 'argon2i'),
      verifier.replace('v=19', 'v=16'),
      verifier.replace('m=19456', 'm=4096'),
      verifier.replace('m=19456', 'm=4194304'),
      verifier.replace('t=2', 't=1'),
      verifier.replace('t=2', 't=99'),
      verifier.replace('p=1', 'p=0'),
      verifier.slice(0, -30),
      `${verifier}$`,
      '$2b$12$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuuabcdefghijklmn',
    ]) {
      assert.ok(!hasVerifier(bad), bad);
    }
    assert.ok(!reserves({ transactionPassword: '135790' }));
    assert.ok(!reserves({ transactionPassword: { checkedBy: 'nobody' } }));
  });
});
