import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import type { ZodType } from 'zod';
import { UnfreezeError } from '../../kit/errors.ts';
import { parse } from '../../kit/parse.ts';
import {
  AuthenticationAnswer,
  AuthenticationInformation,
  longestEnvelope,
} from '../../services/contract/authenticationInformation.ts';
import { CardNumber } from '../../services/contract/card.ts';
import { CardStatusQuery } from '../../services/contract/cardStatusQuery.ts';
import { EnvelopeHeader } from '../../services/contract/sealedEnvelope.ts';

const secret = '6200000000000011115';
const query = {
  userTerminal: { channel: 'webChat', address: 'a-conversation' },
  card: `card_${'a'.repeat(22)}`,
};
const information = {
  authenticationRequest: '6f1b2c7e-58a4-4d0e-9b43-0c9a1d1f2e3a',
  userTerminal: query.userTerminal,
  item: 'transactionPassword',
  envelope: 'e30..e30.e30.e30',
};

function refusal(schema: ZodType, value: unknown): UnfreezeError {
  try {
    parse(schema, value);
  } catch (error) {
    assert.ok(error instanceof UnfreezeError, String(error));
    return error;
  }
  assert.fail('nothing was refused');
}

describe('a message from outside', () => {
  it('is given back as its schema knows it, without anything else', () => {
    const given = { ...query, admin: true, userTerminal: { ...query.userTerminal, trusted: true } };
    assert.deepEqual(parse(CardStatusQuery, given), query);
  });

  const refused: [what: string, schema: ZodType, value: unknown, named: string][] = [
    ['nothing', CardStatusQuery, undefined, 'message: invalid_type'],
    ['null', CardStatusQuery, null, 'message: invalid_type'],
    ['a text', CardStatusQuery, secret, 'message: invalid_type'],
    ['a list', CardStatusQuery, [secret], 'message: invalid_type'],
    [
      'an unknown channel',
      CardStatusQuery,
      { ...query, userTerminal: { channel: secret, address: 'a' } },
      'userTerminal.channel: invalid_value',
    ],
    [
      'an endless address',
      CardStatusQuery,
      { ...query, userTerminal: { channel: 'sms', address: secret.repeat(20) } },
      'userTerminal.address: too_big',
    ],
    ['a number for a card', CardStatusQuery, { ...query, card: Number(secret) }, 'card: invalid_type'],
    ['a card number for a reference', CardStatusQuery, { ...query, card: secret }, 'card: invalid_format'],
    ['a card number that fails its check', CardNumber, secret, 'message: custom'],
    [
      'a plain password for an envelope',
      AuthenticationInformation,
      { ...information, envelope: secret },
      'envelope: invalid_format',
    ],
    [
      'an envelope too long to be looked at',
      AuthenticationInformation,
      { ...information, envelope: `${secret.repeat(longestEnvelope)}....` },
      'envelope: too_big',
    ],
    ['an unknown item', AuthenticationInformation, { ...information, item: secret }, 'item: invalid_value'],
    ['an unknown outcome', AuthenticationAnswer, { outcome: secret }, 'outcome: invalid_union'],
    [
      'an unknown item in a list',
      AuthenticationAnswer,
      { outcome: 'itemTaken', remaining: [secret] },
      'remaining.0: invalid_value',
    ],
    [
      'a field that is not ours, under a telling name',
      EnvelopeHeader,
      { [secret]: secret },
      'message: unrecognized_keys',
    ],
  ];
  for (const [what, schema, value, named] of refused) {
    it(`is refused by what is wrong with it, never by what it says: ${what}`, () => {
      const error = refusal(schema, value);
      assert.equal(error.code, 'messageInvalid');
      assert.ok(error.message.includes(named), error.message);
      assert.ok(!inspect(error, { depth: null, showHidden: true }).includes(secret), 'it was repeated');
    });
  }

  it('is refused with all that is wrong at once', () => {
    assert.equal(
      refusal(CardStatusQuery, { userTerminal: { channel: 'webChat', address: '' } }).message,
      'not a valid message: userTerminal.address: too_small; card: invalid_type',
    );
  });
});
