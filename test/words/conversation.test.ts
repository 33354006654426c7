import assert from 'node:assert/strict';
import { ordinarySentences } from '../../dialogs/messages/wording.ts';
import { languages } from '../../kit/language.ts';
import { catalogue, type MessageId } from '../../words/conversation.ts';
import { pinnedMessages } from './pinnedMessages.ts';

const ids = Object.keys(catalogue) as MessageId[];
/** Facts that are as long as they can be. */
const facts = {
  bank: 'x'.repeat(40),
  lastFour: '1114',
  cards: ['1114', '2228', '3332', '4446'],
  count: 18,
  agent: { text: 'x'.repeat(40), speech: 'x'.repeat(40) },
  reasons: 'x'.repeat(40),
  items: 'x'.repeat(120),
  wait: '15 minutes',
  ago: '15 minutes',
  channel: 'x'.repeat(20),
  phone: '+12025550100',
  caseId: 'K-4821',
  when: 'Wednesday 09:00',
  place: 12,
  hours: 'x'.repeat(60),
  choice: 'x'.repeat(40),
  key: 4,
  code: '1234 5678 90123',
  reference: '4f2a91c0',
  passwordLength: '10- to 12-digit',
  passwordDigits: '10 to 12',
};
const places = (wording: string) => [...new Set(wording.match(/\{\{\w+\}\}/g))].sort();

describe('the catalogue of messages', () => {
  it('keeps the ids and the facts that tests, analytics and the pages of banks rely on', () => {
    const found = Object.fromEntries(ids.map((id) => [id, places(catalogue[id]['zh-Hans'].text)]));
    assert.deepEqual(found, pinnedMessages);
  });

  for (const language of languages) {
    it(`has every sentence in ${language}, with the same facts`, () => {
      for (const id of ids) {
        const wording = catalogue[id][language];
        assert.ok(wording.text.trim(), id);
        assert.deepEqual(places(wording.text), places(catalogue[id]['zh-Hans'].text), id);
        if (wording.speech === undefined) continue;
        for (const place of places(wording.speech)) assert.ok(places(wording.text).includes(place), id);
      }
    });

    it(`is short in ${language}: at most 320 characters with long facts`, () => {
      for (const id of ids) assert.ok(ordinarySentences.text(language, id, facts).length <= 320, id);
    });

    it(`speaks ${language} without signs that a voice would spell out`, () => {
      for (const id of ids) assert.doesNotMatch(catalogue[id][language].speech ?? '', /[*_#<>|/]/, id);
    });

    it(`reads digits of cards, cases and telephones one by one in ${language}`, () => {
      for (const id of ids) assert.doesNotMatch(ordinarySentences.speech(language, id, facts), /\d{3}/, id);
      assert.match(ordinarySentences.speech(language, 'unfreeze.confirm', facts), /1 1 1 4/);
      assert.match(ordinarySentences.speech(language, 'agent.byPhone', facts), /1 2 0 2 5 5 5 0 1 0 0/);
      assert.match(ordinarySentences.speech(language, 'agent', facts), /K, 4 8 2 1/);
    });
  }

  it('speaks Chinese of the right script', () => {
    for (const id of ids) {
      assert.doesNotMatch(catalogue[id]['zh-Hans'].speech ?? '', /[凍請號碼證這個們為]/, id);
      assert.doesNotMatch(catalogue[id]['zh-Hant'].speech ?? '', /[冻请号码证这个们为]/, id);
    }
  });

  it('gives no example that could be somebody’s number', () => {
    for (const id of ids) {
      for (const language of languages) {
        for (const [run] of catalogue[id][language].text.matchAll(/[A-Z]{0,2}\d{6,}[\dX]?/g)) {
          assert.fail(`${id} holds ${run}`);
        }
      }
    }
  });

  it('uses Chinese of the right script', () => {
    for (const id of ids.filter((one) => !one.startsWith('language.') && !one.startsWith('choice.'))) {
      assert.doesNotMatch(catalogue[id]['zh-Hans'].text, /[凍請號碼證這個們為]/, id);
      assert.doesNotMatch(catalogue[id]['zh-Hant'].text, /[冻请号码证这个们为]/, id);
    }
  });

  it('says unfreeze and frozen only, and never names the inside', () => {
    for (const id of ids) {
      assert.doesNotMatch(catalogue[id].en.text, /unlock|unblock|thaw|credential|\bPIN\b/i, id);
      assert.doesNotMatch(catalogue[id]['zh-Hans'].text, /你|解锁/, id);
    }
  });

  it('refuses to say a sentence whose facts are missing, and puts facts in as they are', () => {
    assert.throws(() => ordinarySentences.text('en', 'unfreeze.confirm'));
    assert.match(ordinarySentences.text('en', 'unfreeze.confirm', { lastFour: '<b>{{x}}' }), /<b>\{\{x\}\}/);
    assert.match(ordinarySentences.text('zh-Hans', 'cardChoice.ask', facts), /1114、2228、3332或4446/);
  });
});
