import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import sinon from 'sinon';
import { utteranceOf } from '../../../dialogs/state/utterance.ts';
import { Classifier } from '../../../dialogs/understanding/classifier.ts';
import { type Heard, type HeardWish, withHeard } from '../../../dialogs/understanding/heard.ts';
import { understand } from '../../../dialogs/understanding/understand.ts';
import { authenticationRequest, card, dialogConversation, sealed } from '../dialogConversation.ts';

const came = (text: string | undefined, found?: Heard) =>
  withHeard({ type: 'message', text } as Activity, found);

describe('what came in a turn', () => {
  it('is its words, what the edge found beside them, and what they mean', () => {
    const found = { what: 'card', card } as const;
    assert.deepEqual(utteranceOf(came('unfreeze ••••1114', found)), {
      words: 'unfreeze ••••1114',
      found,
      intent: 'unfreeze',
      confidence: understand('unfreeze ••••1114').confidence,
    });
    const named = utteranceOf(came('please speak English'));
    assert.deepEqual([named.intent, named.wanted], ['changeLanguage', 'en']);
    assert.deepEqual(utteranceOf(came(undefined)), {
      words: '',
      found: undefined,
      intent: 'none',
      confidence: 0,
    });
  });

  it('says whether a report has a word of its own, or only sounds like one', () => {
    const names = (text: string) => utteranceOf(came(text)).namesReport ?? false;
    for (const text of ['I lost my card', 'freeze my card', '挂失', '冻结我的卡'])
      assert.ok(names(text), text);
    for (const text of ["I didn't receive the link", 'I need a link', 'unfreeze my card'])
      assert.ok(!names(text), text);
  });

  it('holds no word of a sentence of the bot’s own that is sent back', () => {
    const own = utteranceOf(came('Shall I unfreeze the card ending 1114 now?'));
    assert.deepEqual([own.words, own.intent], ['', 'none']);
    const theirs = utteranceOf(came('unfreeze the card ending 1114 now please'));
    assert.equal(theirs.intent, 'unfreeze');
  });

  it('needs no understanding where a key or a tap says it', () => {
    const scores = sinon.spy(Classifier.prototype, 'scores');
    const wish = (asked: HeardWish) => {
      const { words, intent, wanted } = utteranceOf(came('', asked));
      return [words, intent, wanted];
    };
    try {
      for (const [one, intent] of Object.entries({
        repeat: 'repeat',
        ask: 'greet',
        person: 'agent',
        elsewhere: 'none',
      }))
        assert.deepEqual(wish({ what: 'wish', wish: one } as HeardWish), ['', intent, undefined]);
      const changed = { what: 'wish', wish: 'changeLanguage', language: 'zh-Hant' } as const;
      assert.deepEqual(wish(changed), ['', 'changeLanguage', 'zh-Hant']);
      assert.equal(utteranceOf(came('I have finished')).intent, 'none');
      assert.equal(scores.callCount, 0);
    } finally {
      scores.restore();
    }
  });
});

describe('a turn', () => {
  let scores: sinon.SinonSpy;
  beforeEach(() => {
    scores = sinon.spy(Classifier.prototype, 'scores');
  });
  afterEach(() => scores.restore());

  it('is understood once, whatever is open and whatever comes of it', async () => {
    const { says, customerService, processor } = dialogConversation();
    customerService.queryCardStatus.resolves({
      status: 'frozen',
      instructions: { remote: true, reasons: [], demands: ['transactionPassword'] },
    });
    processor.requestUnfreezing.callsFake(async ({ through }) =>
      through
        ? {
            outcome: 'secureLinkSent',
            id: authenticationRequest.id,
            expiresAt: authenticationRequest.expiresAt,
          }
        : { outcome: 'authenticationRequested', authenticationRequest },
    );
    processor.unfreezeRequestState.resolves({ id: authenticationRequest.id, state: 'open' });
    processor.giveAuthenticationInformation.resolves({
      outcome: 'itemTaken',
      remaining: ['transactionPassword'],
    });
    const named = { what: 'card', card } as const;
    const turns: [string, Heard?][] = [
      ['good morning to you'],
      ['blue sky over there'],
      ['please unfreeze my card'],
      ['how long will it take?'],
      ['my card ••••1114 please', named],
      ['blue sky over there'],
      ['sure, go ahead'],
      ['what is that for?'],
      ['please send me the link'],
      ['I did not get it yet'],
      ['let me talk to somebody'],
      ['hold on, cancel that please'],
      ['unfreeze my card ••••1114', named],
      ['yes please'],
      ['my password is ••••', { what: 'strayedSecret' }],
      ['please go back one step'],
      ['it was stolen, ••••1114', named],
      ['how can I get it unfrozen'],
      ['please unfreeze my card'],
      ['blue sky over there'],
    ];
    for (const [text, found] of turns) {
      scores.resetHistory();
      await says(text, found);
      assert.equal(scores.callCount, 1, text);
    }
  });

  it('is not understood at all where it brings no words', async () => {
    const { says } = dialogConversation();
    await says('unfreeze my card');
    scores.resetHistory();
    const found: Heard[] = [
      { what: 'silence' },
      { what: 'attachment' },
      { what: 'wish', wish: 'repeat' },
      { what: 'wish', wish: 'changeLanguage', language: 'zh-Hans' },
      sealed('identityDocument'),
    ];
    for (const one of found) await says('', one);
    assert.equal(scores.callCount, 0);
  });
});
