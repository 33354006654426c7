import assert from 'node:assert/strict';
import { reasonsInWords } from '../../../dialogs/messages/reasons.ts';
import { ordinarySentences } from '../../../dialogs/messages/wording.ts';
import { languages } from '../../../kit/language.ts';
import { freezeReasons, mayBeRemote } from '../../../services/contract/freezeReason.ts';

describe('freeze reasons in words', () => {
  it('name every reason that can be lifted here, each otherwise, in every language', () => {
    for (const language of languages) {
      const words = freezeReasons
        .filter(mayBeRemote)
        .map((reason) => reasonsInWords(ordinarySentences, language, [reason]));
      assert.equal(new Set(words).size, 5, language);
      assert.ok(
        words.every((one) => one.trim() !== ''),
        language,
      );
    }
    assert.equal(
      reasonsInWords(ordinarySentences, 'en', ['customerRequest', 'dormant']),
      'you asked us to freeze it for a while and it was not used for a long time',
    );
  });

  it('refuse one that nobody can lift here, and drop none in silence', () => {
    const never = freezeReasons.filter((reason) => !mayBeRemote(reason));
    assert.deepEqual(never, ['reportedLost', 'reportedStolen', 'suspectedFraud', 'judicialOrder', 'other']);
    for (const reason of never)
      assert.throws(() => reasonsInWords(ordinarySentences, 'en', ['customerRequest', reason]), {
        code: 'messageInvalid',
      });
  });
});
