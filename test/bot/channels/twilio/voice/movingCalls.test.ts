import assert from 'node:assert/strict';
import pino from 'pino';
import type { PhoneCall } from '../../../../../demo/phoneCall.ts';
import { minutes } from '../../../../../kit/time.ts';
import { attentive } from '../../../../demo/attentive.ts';
import { CallService } from '../../../../demo/callService.ts';
import { liNa, zhaoLei, zhengKai } from '../../../../services/testBank.ts';
import { tracesIn } from '../../../../traces.ts';
import { openCases } from '../../../cases/testOpenCases.ts';

describe('a case that moves from one telephone to another', () => {
  let service: CallService;
  before(async () => {
    service = await CallService.open();
  });
  after(() => service.close());

  const heard = (call: PhoneCall) =>
    call.heard.map((each) => (each.what === 'say' ? each.words : '')).join('\n');

  it('is read out as a code digit by digit, twice, and goes on where it is keyed for a card number', async () => {
    const begun = attentive(await service.carrier.call('+12025550199'));
    await begun.press('31');
    await begun.press(`${zhaoLei.number}#`);
    await begun.press('3');
    const [, code = '', again] = /Your code is ([\d, ]+)\.\s+Once more: ([\d, ]+)\./.exec(heard(begun)) ?? [];
    assert.match(code, /^\d{4}, \d{4}, \d{5}$/);
    assert.equal(again, code);
    const [first = ''] = code.split(', ');
    const readOut = `<say-as interpret-as="characters">${first}</say-as>`;
    assert.equal(begun.documents.at(-1)?.split(readOut).length, 3);

    service.bank.passes(minutes);
    const finished = attentive(await service.carrier.call('+12025550198'));
    await finished.press('32');
    await finished.press(`${code.replace(/\D/g, '')}#`);
    assert.match(heard(finished), /card 4446 was begun 60 seconds ago by telephone.*not me\.\n.*ending 4446/);
    await finished.press('1');
    await finished.press(`${zhaoLei.transactionPassword}#`);
    assert.match(heard(finished), /Card 4446 is unfrozen/);

    await begun.press('1');
    assert.match(heard(begun), /goes on elsewhere now.*not you, say: not me\.\nIf it was not you, press 1/s);

    const kept = await service.store.read((manager) =>
      manager.query('SELECT state, awaits FROM conversations'),
    );
    const forms = [code, code.replaceAll(',', ''), code.replace(/\D/g, '')];
    assert.deepEqual(tracesIn(JSON.stringify(kept) + service.logged.join('\n'), forms), []);
  });

  it('is not offered to who was cut off where it has moved away from', async () => {
    const begun = attentive(await service.carrier.call('+12025550197'));
    await begun.press('31');
    await begun.press(`${liNa.number}#`);
    await begun.press('3');
    const [, code = ''] = /Your code is ([\d, ]+)\./.exec(heard(begun)) ?? [];
    await begun.hangUp();
    const finished = attentive(await service.carrier.call('+12025550196'));
    await finished.press('3');
    await finished.speak(code);
    assert.match(heard(finished), /card 1114 was begun.*by telephone.*not me\.\n.*ending 1114/);
    const again = attentive(await service.carrier.call('+12025550197'));
    assert.doesNotMatch(heard(again), /You called a moment ago/);
  });

  it('is offered to a caller whose number has begun it by SMS, after the greeting, and asks for the card first', async () => {
    const { store, bank } = service;
    const cases = openCases({ store, clock: bank.now, log: pino({ enabled: false }) });
    const card = { card: await bank.card(zhengKai.number), lastFour: '9994' };
    const userTerminal = { channel: 'sms', address: 'messages of somebody' } as const;
    const bySms = { channelId: 'thawline-sms', conversationId: 'a', userTerminal, phone: zhengKai.phone };
    await cases.note(bySms, { card, language: 'zh-Hant' });
    const caller = attentive(await service.carrier.call(zhengKai.phone));
    await caller.press('3');
    assert.match(heard(caller), /Card service.*\nYou began something elsewhere.*\nTo carry on, press 1\./);
    await caller.press('1');
    assert.match(heard(caller), /From your registered phone, the last four digits/);
    assert.doesNotMatch(heard(caller), /9994/);
    await caller.press('9994#');
    assert.match(heard(caller), /let us carry on.*\nShall I unfreeze the card ending 9994\?/);
    assert.equal(await cases.hasMoved(bySms), true);
  });
});
