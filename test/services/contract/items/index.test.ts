import assert from 'node:assert/strict';
import {
  AuthenticationItem,
  authenticationItems,
  ItemProblem,
  items,
  reservedParts,
} from '../../../../services/contract/items/index.ts';
import { checkTypedItem } from '../../../../services/contract/typedItem.ts';
import { catalogue } from '../../../../words/conversation.ts';
import { liNa } from '../../testBank.ts';

describe('the table of items', () => {
  it('is what messages name, in the order of asking', () => {
    assert.deepEqual(authenticationItems, ['identityDocument', 'transactionPassword']);
    assert.deepEqual(AuthenticationItem.options, authenticationItems);
    for (const id of ['card', 'toString', '', 'identitydocument'])
      assert.equal(AuthenticationItem.safeParse(id).success, false, id);
  });

  it('checks each item as what it is, and takes none for another', () => {
    const right = { identityDocument: liNa.identityDocument, transactionPassword: liNa.transactionPassword };
    for (const item of authenticationItems) {
      for (const other of authenticationItems) {
        const { value } = checkTypedItem(item, right[other]);
        assert.equal(value, item === other ? right[other] : undefined, `${other} given as ${item}`);
      }
      assert.deepEqual(checkTypedItem(item, ' \u3000'), { problem: 'empty', count: 0 });
    }
  });

  it('calls a telephone number and a card number by their names', () => {
    for (const item of authenticationItems) {
      assert.deepEqual(checkTypedItem(item, '138 0013 8000'), { problem: 'telephone', count: 11 });
      assert.deepEqual(checkTypedItem(item, '6200 0000 0000 0011 114'), { problem: 'cardNumber', count: 19 });
    }
  });

  it('has a sentence in the catalogue for all that is said of an item', () => {
    const named = authenticationItems.flatMap((item) => {
      const { problems, sentences } = items[item];
      return [...Object.values(problems), ...Object.values(sentences)];
    });
    assert.equal(new Set(named).size, named.length, 'a sentence of two items');
    assert.deepEqual(
      named.filter((id) => !(id in catalogue)),
      [],
    );
  });

  it('names every problem of form, and every part of the reserved information, once', () => {
    const problems = [
      'empty',
      'length',
      'characters',
      'birthDate',
      'checkCharacter',
      'lettered',
      'telephone',
      'cardNumber',
      'notDigits',
    ];
    assert.deepEqual(ItemProblem.options, problems);
    assert.deepEqual(reservedParts, ['identityDocumentIndex', 'passwordVerifier']);
  });
});
