import assert from 'node:assert/strict';
import { longestBreath, secondsToSay } from '../../../../../bot/channels/twilio/voice/breath.ts';
import { tongues } from '../../../../../bot/channels/twilio/voice/voices.ts';
import type { PhoneCall } from '../../../../../demo/phoneCall.ts';
import { attentive } from '../../../../demo/attentive.ts';
import { breathsOf, tooLong } from '../../../../demo/breaths.ts';
import { CallService } from '../../../../demo/callService.ts';
import { liNa } from '../../../../services/testBank.ts';

/** Words of Taiwan that no line in Hong Kong says. */
const ofTaiwan = /井字|米字|末四碼|簡訊|身分|服務人員|資訊|網路|帳戶|線上|行動銀行|專人/;
/** A person, in the words of each tongue. */
const person = ['转人工', '我要找專人', 'agent please', '我想搵人'];

describe('a call in breaths', () => {
  let service: CallService;
  before(async () => {
    service = await CallService.open({ agentPhone: '+12025550100' });
  });
  after(() => service.close());

  let callers = 0;
  const rings = () => service.carrier.call(`+1202556${1000 + ++callers}`);
  const said = (call: PhoneCall) => call.heard.flatMap((one) => (one.what === 'say' ? [one.words] : []));
  const speaks = (call: PhoneCall) => said(call).reduce((sum, text) => sum + secondsToSay(text), 0);

  for (const [place, tongue] of tongues.entries()) {
    it(`says the news and one question with at most three keys in one breath, the whole way, in ${tongue}`, async () => {
      const call = await rings();
      for (const keys of [`${place + 1}`, '2', `${liNa.number}#`, '1']) {
        await call.press(keys);
        const [breath = [], ...others] = breathsOf(call.documents.at(-1) ?? '');
        assert.deepEqual([others, tooLong(call.documents, longestBreath)], [[], []], breath.join(' '));
        assert.ok(breath.filter((text) => /press \d|按 \d/.test(text)).length <= 3, breath.join(' '));
      }
      await call.hangUp();
    });

    it(`leads to a person within 10 seconds of speech at a word of ${tongue}, or at 0 from the first moment on`, async () => {
      const byWord = await rings();
      await byWord.speak(person[place] ?? '');
      const byKey = await rings();
      await byKey.press('0');
      const later = await rings();
      await later.press(`${place + 1}`);
      await later.speak(person[place] ?? '');
      for (const call of [byWord, byKey]) {
        assert.deepEqual(call.heard.at(-1), { what: 'dial', number: '+12025550100' });
        assert.ok(speaks(call) <= 10, said(call).join(' '));
      }
      assert.deepEqual(later.heard.at(-1), { what: 'dial', number: '+12025550100' });
    });
  }

  it('says how to reach a person in the first sentence after the languages, and with them', async () => {
    const call = await rings();
    assert.match(said(call).join(' '), /人工请按 0。 Agent, press 0\.$/);
    await call.press('3');
    assert.match(said(call).join(' '), /For a person, press 0\./);
  });

  it('uses Hong Kong’s words in the Cantonese voice, and Taiwan’s in the other', async () => {
    for (const [key, isTaiwan] of [
      ['4', false],
      ['2', true],
    ] as const) {
      const call = attentive(await rings());
      for (const keys of [key, '2', '123#', `${liNa.number}#`, '1', '9#', '*']) await call.press(keys);
      const all = said(call).join(' ').replace('國語請按 2。', '');
      assert.equal(ofTaiwan.test(all), isTaiwan, all);
      assert.equal(/井號鍵/.test(all), !isTaiwan, all);
      await call.hangUp();
    }
  });

  it('leads to a person after three keys in a row that lead nowhere, as after other troubles', async () => {
    for (const before of ['', '3']) {
      const call = attentive(await rings());
      await call.press(before);
      await call.press('97');
      assert.notEqual(call.heard.at(-1)?.what, 'dial');
      await call.press('8');
      assert.equal(call.heard.at(-1)?.what, 'dial', said(call).join(' '));
    }
  });

  it('counts wrong keys anew after one that leads on', async () => {
    const call = attentive(await rings());
    await call.press('3');
    for (let times = 0; times < 3; times++) {
      await call.press('97');
      await call.press('*');
    }
    assert.notEqual(call.heard.at(-1)?.what, 'dial');
  });
});

describe('a call to a bank where nobody is there', () => {
  let service: CallService;
  before(async () => {
    service = await CallService.open();
  });
  after(() => service.close());

  it('hears one honest sentence and no question behind it; the question comes after a silence, and its keys count', async () => {
    const call = await service.carrier.call('+12025570001');
    await call.press('32');
    const before = call.heard.length;
    await call.press('0#');
    const heard = call.heard.slice(before).map((one) => (one.what === 'say' ? one.words : one.what));
    assert.match(heard.join(' '), /^Your case is [A-Z], \d+\. Nobody can take your call now\. [^.]*card\.$/);
    await call.wait();
    const last = call.heard.at(-1);
    assert.match(last?.what === 'say' ? last.words : '', /key in or say your card number|Key in or say/i);
    await call.press('0#');
    await call.press(`${liNa.number}#`);
    assert.match(call.heard.map((one) => (one.what === 'say' ? one.words : '')).join(' '), /ending 1114/);
  });

  it('goes on where it stood for a caller who comes back from a person that nobody was', async () => {
    const staffed = await CallService.open({ agentPhone: '+12025550100' });
    const call = await staffed.carrier.call('+12025570002');
    await call.press('32');
    await call.press('0#');
    await call.dialled('no-answer');
    const last = call.heard.at(-1);
    assert.match(last?.what === 'say' ? last.words : '', /^Nobody can take your call now\./);
    await call.press(`${liNa.number}#`);
    assert.match(call.heard.map((one) => (one.what === 'say' ? one.words : '')).join(' '), /ending 1114/);
    await staffed.close();
  });
});
