import assert from 'node:assert/strict';
import { link } from '../../../dialogs/interruptions/link.ts';
import { type ResultSaid, resultOf } from '../../../dialogs/messages/resultOf.ts';
import { ordinarySentences } from '../../../dialogs/messages/wording.ts';
import { languages } from '../../../kit/language.ts';
import { Result } from '../../../services/contract/result.ts';
import { card } from '../dialogConversation.ts';
import { listening } from '../interruptions/listening.ts';

const request = '5f8a9c3e-7b1d-4e2a-9c5f-0a1b2c3d4e5f';
const at = '2026-03-02T08:01:00.000Z';
const phone = '+86 10 5555 0100';
const every: ResultSaid[] = [
  { kind: 'unfrozen', lastFour: '1114', request, at },
  { kind: 'notAccepted', lastFour: '1114', attempt: 2, attemptsLeft: 2 },
  { kind: 'tooSoon', lastFour: '1114', notBefore: at },
  { kind: 'locked', lastFour: '1114', until: null },
  { kind: 'handedOver', caseId: 'K-4821', hours: undefined },
];

describe('a result as a page shows it', () => {
  for (const language of languages)
    it(`is whole in ${language}, with and without a number of the bank's staff`, () => {
      for (const said of every)
        for (const number of [phone, undefined]) {
          const shown = resultOf(said, ordinarySentences, { language }, number);
          assert.deepEqual(Result.parse(shown), shown);
          assert.equal(shown.language, language);
        }
    });

  it('names the receipt by the beginning of the request that the audit trail names', () => {
    const { facts, ways } = resultOf(
      { kind: 'unfrozen', lastFour: '1114', request, at },
      ordinarySentences,
      { language: 'en' },
      phone,
    );
    assert.deepEqual(facts, [
      { label: 'Time', moment: at },
      { label: 'Receipt number', value: '5F8A-9C3E' },
    ]);
    assert.deepEqual(ways, [{ label: `Call ${phone}`, phone }]);
  });

  it('tells no time that it does not know', () => {
    const unfrozen = resultOf(
      { kind: 'unfrozen', lastFour: '1114', request },
      ordinarySentences,
      { language: 'en' },
      phone,
    );
    assert.deepEqual(
      unfrozen.facts.map(({ label }) => label),
      ['Receipt number'],
    );
    assert.deepEqual(
      resultOf({ kind: 'locked', lastFour: '1114' }, ordinarySentences, { language: 'en' }, phone).facts,
      [],
    );
  });

  it('leads to the number on the card where the staff have none of their own', () => {
    const { advice, ways } = resultOf(
      { kind: 'handedOver', caseId: 'K-4821', hours: undefined },
      ordinarySentences,
      { language: 'en' },
      undefined,
    );
    assert.deepEqual(ways, []);
    assert.deepEqual(advice, ['Call the number on the back of your card.']);
  });

  it('is said in the words of Hong Kong there, and what it offers is understood', async () => {
    const { advice, ways } = resultOf(
      { kind: 'locked', lastFour: '1114', until: null },
      ordinarySentences,
      { language: 'zh-Hant', place: 'hongKong' },
      undefined,
    );
    assert.doesNotMatch(JSON.stringify([advice, ways]), /簡訊|專人|服務人員|身分/);
    const { hears, spokeOf } = listening();
    await spokeOf({});
    const [way] = ways;
    assert.ok(way && 'says' in way && way.says !== ordinarySentences.text('zh-Hant', 'result.link'));
    assert.equal((await hears(link, way.says)).outcome?.next, 'begin');
  });

  it('offers a link in words that are understood as a wish for one', async () => {
    for (const language of languages) {
      const { hears, spokeOf } = listening();
      await spokeOf({});
      const { outcome } = await hears(link, ordinarySentences.text(language, 'result.link'));
      const begun = { next: 'begin', with: { wish: { card, byLink: true, returned: true } } };
      assert.deepEqual(outcome, begun, language);
    }
  });
});
