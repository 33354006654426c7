import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { leaseLasts } from '../../../../../bot/turn/leasedTurns.ts';
import type { PhoneCall } from '../../../../../demo/phoneCall.ts';
import { AgentHours } from '../../../../../dialogs/state/agentHours.ts';
import { UnfreezeError } from '../../../../../kit/errors.ts';
import { minutes } from '../../../../../kit/time.ts';
import { attentive } from '../../../../demo/attentive.ts';
import { CallService } from '../../../../demo/callService.ts';
import { delegatedCustomerService } from '../../../../services/delegatedCustomerService.ts';
import { liNa, type TestBank, wangWei } from '../../../../services/testBank.ts';

/** Each test calls from a number of its own. */
let from = '';
let callers = 0;

describe('a call', () => {
  let shared: CallService;
  let service: CallService;
  let call: PhoneCall;
  let looked = 0;

  before(async () => {
    shared = await CallService.open();
  });
  afterEach(async () => {
    if (service !== shared) await service.close();
  });
  after(() => shared.close());

  /** @param options a service of the test's own; without them the one that no test gives a secret to */
  async function begins(options?: Parameters<typeof CallService.open>[0]): Promise<void> {
    service = options ? await CallService.open(options) : shared;
    from = `+1202555${1000 + ++callers}`;
    await rings();
  }

  async function rings(number: string | null = from): Promise<void> {
    call = attentive(await service.carrier.call(number ?? undefined));
    looked = 0;
  }

  /** What was said since the last look, with `~` before what was said slowly. */
  function hears(): string {
    const said = call.heard.slice(looked);
    looked = call.heard.length;
    return said
      .map((heard) => (heard.what === 'say' ? `${heard.slowly ? '~' : ''}${heard.words}` : heard.what))
      .join(' ');
  }

  async function reachesSecret(): Promise<void> {
    await call.press('32');
    await call.press(`${liNa.number}#`);
    await call.press('1');
    assert.match(hears(), /Please key in your identity document number/);
  }

  it('listens for keys only where a secret is asked for, and for both everywhere else', async () => {
    await begins();
    assert.deepEqual([call.gathering?.hearsKeys, call.gathering?.hearsWords], [true, true]);
    await reachesSecret();
    assert.deepEqual([call.gathering?.hearsKeys, call.gathering?.hearsWords], [true, false]);
    assert.equal(call.gathering?.timeoutSeconds, 10);
  });

  it('has a link sent for a nine alone, waits without hurry, and the caller or a later call learns the outcome', async () => {
    await begins({});
    await reachesSecret();
    await call.press('9#');
    assert.match(hears(), /texting a link to your registered phone.*When finished, press 1/);
    assert.equal(call.gathering?.timeoutSeconds, 30);
    for (let silences = 0; silences < 5; silences++) await call.wait();
    assert.match(hears(), /not finished on that page yet/);
    await call.press('1');
    assert.match(hears(), /^It is not finished on that page yet.*For a new link, press 2/);
    await call.hangUp();
    await rings();
    await call.press('1');
    assert.match(hears(), /not finished on that page yet/);
    service.bank.passes(10 * minutes);
    await call.press('1');
    assert.match(hears(), /That link has ended.*For a new link, press 1/);
  });

  it('hears the language by its name, and a card number digit by digit', async () => {
    await begins();
    await call.speak('English please');
    await call.speak('my card was declined');
    await call.speak(`six two ${[...liNa.number.slice(2)].join(' ')}`);
    assert.match(hears(), /That card is frozen\. Shall I unfreeze the card ending 1114/);
    await call.speak('can you text me a link');
    assert.match(hears(), /texting a link to your registered phone/);
    await call.speak('cancel');
    assert.match(hears(), /The card is still frozen/);
    await call.speak('unfreeze my card');
    await call.speak(`six two ${[...liNa.number.slice(2)].join(' ')}`);
    await call.speak('yes please');
    assert.match(hears(), /key in your identity document number/);
  });

  it('takes the last four digits, keyed or spoken, from the phone that the bank has on file', async () => {
    await begins();
    const known = () => rings(liNa.phone);
    await known();
    await call.press('32');
    assert.match(hears(), /From your registered phone, the last four digits/);
    await call.press('1114#');
    assert.match(hears(), /That card is frozen\. Shall I unfreeze the card ending 1114/);
    await call.hangUp();
    service.bank.passes(40 * minutes);
    await known();
    await call.press('32');
    await call.speak('double one one four');
    assert.match(hears(), /That card is frozen\. Shall I unfreeze the card ending 1114/);
    await call.hangUp();
    // Another phone, and one that hides its number.
    service.bank.passes(40 * minutes);
    await rings();
    await call.press('32');
    await call.press('1114#');
    assert.match(hears(), /Under this phone no frozen card ends 1114/);
    await rings();
    await call.press('32');
    const step = /steps\/(\d+)/.exec(call.documents.at(-1) ?? '')?.[1];
    const forged = { ...service.carrier.parameters(call.sid, liNa.phone), Digits: '1114' };
    const { document } = await service.carrier.post(`/twilio/voice/steps/${step}`, forged);
    assert.match(document, /4 digits came; a card number has 13 to 19/);
    hears();
    await rings(null);
    await call.press('32');
    assert.doesNotMatch(hears(), /last four digits/);
    await call.press('1114#');
    assert.match(hears(), /4 digits came; a card number has 13 to 19/);
  });

  it('asks again for words that were not heard well', async () => {
    await begins();
    await call.press('3');
    hears();
    await call.speak('unfreeze my card', 0.2);
    assert.match(hears(), /^Sorry, I did not hear that clearly\..*press 1/);
  });

  it('hears keys while it speaks, and says which key is none', async () => {
    await begins();
    await call.press('3');
    hears();
    await call.press('9');
    assert.match(hears(), /^That key is not in use\. .*press 1/);
    await call.press('*');
    assert.match(hears(), /press 1/);
  });

  it('says how many digits came where a number stops in the middle, and lets it be erased', async () => {
    await begins();
    await call.press('32');
    hears();
    await call.press('6200000');
    await call.wait();
    assert.match(hears(), /7 digits came; a card number has 13 to 19/);
    await call.press('6200*');
    await call.wait();
    assert.match(hears(), /^That is erased\. Key in or say your card number/);
    await call.press(`999*${liNa.number}#`);
    assert.match(hears(), /That card is frozen\. Shall I unfreeze the card ending 1114/);
  });

  it('takes 128 digits for a number that is too long', async () => {
    await begins();
    await call.press('32');
    hears();
    await call.press(`${'1'.repeat(128)}#`);
    assert.match(hears(), /128 digits came; a card number has 13 to 19/);
  });

  it('meets silence with the question again, then slowly, then with a person', async () => {
    await begins({ agentPhone: '+1 202 555 0100' });
    await call.press('32');
    hears();
    await call.wait();
    assert.match(hears(), /^I did not hear you\. Key in or say your card number/);
    await call.wait();
    assert.match(hears(), /^~There is no hurry.* ~Key in or say your card number/);
    await call.wait();
    assert.match(hears(), /^~?.*Your case is .*I am putting you through\. Please hold\. dial$/);
    assert.deepEqual(call.heard.at(-1), { what: 'dial', number: '+12025550100' });
    await call.dialled('no-answer');
    assert.match(hears(), /^~Nobody can take your call now\. [^.]*\.$/);
    await call.wait();
    assert.match(hears(), /[Kk]ey in or say your card number/);
  });

  it('says goodbye to a line on which nobody ever answers', async () => {
    await begins();
    for (let times = 0; times < 4 && call.state !== 'ended'; times++) await call.wait();
    assert.equal(call.state, 'ended');
    assert.match(hears(), /现在没有人能接听/);
    await rings();
    await call.press('3');
    // After the word that nobody is there, a silence only brings the question.
    for (let times = 0; times < 5; times++) await call.wait();
    assert.equal(call.state, 'ended');
    assert.match(hears(), /Thank you for calling\. Goodbye\.$/);
  });

  it('counts silence anew after every answer', async () => {
    await begins();
    await call.press('3');
    for (let times = 0; times < 3; times++) {
      await call.wait();
      await call.press('*');
    }
    assert.equal(call.state, 'gathering');
    assert.doesNotMatch(hears(), /Goodbye|~/);
  });

  it('puts the caller through to a person at a zero, and ends when they have spoken', async () => {
    await begins({ agentPhone: '+12025550100' });
    await call.press('3');
    hears();
    await call.press('0');
    assert.match(hears(), /^Your case is .*I am putting you through.* dial$/);
    await call.dialled('completed');
    assert.equal(call.state, 'ended');
  });

  it('says when a person is there, and rings nobody outside those hours', async () => {
    const agentHours = new AgentHours('Mon-Fri 09:00-10:00 Asia/Shanghai');
    await begins({ agentPhone: '+12025550100', agentHours });
    await call.press('3');
    hears();
    await call.press('0');
    assert.match(hears(), /^Our staff are away until .*09:00\. Please call then; your case is [^.]*\.$/);
    await call.speak('I lost my card');
    assert.match(hears(), /^I can freeze it now\. Please key in the card’s last four digits/);
    await call.press('9999#');
    assert.match(hears(), /Nobody can take your call now\. Please call the number on your card\.$/);
    assert.equal(call.state, 'gathering');
  });

  it('hands a report of a lost card over once it was tried to freeze it, and unfreezes nothing', async () => {
    await begins({ agentPhone: '+12025550100' });
    await call.press('3');
    await call.speak('I lost my card');
    await call.press('9999#');
    assert.match(hears(), /I have not unfrozen anything\. .*I am putting you through.* dial$/);
  });

  it('puts who is not understood three times through to a person', async () => {
    await begins({ agentPhone: '+12025550100' });
    await call.press('3');
    for (const words of ['my balance please', 'balance', 'what is my balance']) {
      hears();
      await call.speak(words);
    }
    assert.match(hears(), /^I am sorry that I could not help\. I am putting you through.* dial$/);
  });

  it('refuses a secret that is said aloud, and keeps none of it', async () => {
    await begins();
    await reachesSecret();
    const step = call.documents.at(-1)?.match(/steps\/(\d+)/)?.[1];
    const parameters = {
      ...service.carrier.parameters(call.sid, from),
      SpeechResult: 'two four six eight oh one',
    };
    const { document } = await service.carrier.post(`/twilio/voice/steps/${step}`, parameters);
    assert.match(document, /Please do not say it aloud/);
    assert.doesNotMatch(service.logged.join('\n'), /six eight/);
  });

  it('speaks the language that the caller asks for in the middle of it', async () => {
    await begins();
    await call.press('3');
    await call.speak('speak Chinese');
    assert.match(hears(), /我们用简体中文继续/);
    const last = call.heard.at(-1);
    assert.deepEqual(last?.what === 'say' && [last.voice, call.gathering?.language], [
      'Polly.Zhiyu-Neural',
      'cmn-Hans-CN',
    ]);
  });

  describe('at a carrier that misbehaves', () => {
    const deliver = (step: number, more: Record<string, string>, token = randomUUID()) =>
      service.carrier.post(
        `/twilio/voice/steps/${step}`,
        { ...service.carrier.parameters(call.sid, from), ...more },
        token,
      );

    it('has one effect and one answer of a step, however often and however close it is delivered', async () => {
      await begins();
      await call.press('32');
      const deliveries = await Promise.all(
        Array.from({ length: 5 }, () => deliver(3, { Digits: liNa.number })),
      );
      const later = await deliver(3, { Digits: wangWei.number });
      const documents = new Set([...deliveries, later].map(({ document }) => document));
      assert.equal(documents.size, 1);
      assert.match([...documents].join(), /That card is frozen/);
    });

    it('does not spend an attempt twice on a repeated secret', async () => {
      await begins({});
      await reachesSecret();
      const token = randomUUID();
      await deliver(5, { Digits: liNa.identityDocument.replace('X', '*') });
      const [first, second] = await Promise.all([
        deliver(6, { Digits: '864209' }, token),
        deliver(6, { Digits: '864209' }, token),
      ]);
      assert.equal(first.document, second.document);
      assert.match(first.document, /Tries left: 2/);
    });

    it('gets a neutral answer for what comes late or too early, and nothing changes', async () => {
      await begins();
      await call.press('32');
      const current = (await deliver(2, {})).document;
      for (const step of [9, 4]) {
        const { document } = await deliver(step, { Digits: liNa.number });
        assert.match(document, /<Response><Redirect method="POST">\/twilio\/voice\/steps\/2\/answer\/1</);
      }
      const asked = await service.carrier.post(
        '/twilio/voice/steps/2/answer/1',
        service.carrier.parameters(call.sid, from),
      );
      assert.equal(asked.document, current);
      assert.equal((await deliver(1, { Digits: '2' })).document, call.documents[1]);
    });

    it('gets nothing done with the token of another step', async () => {
      await begins();
      const token = randomUUID();
      await deliver(1, { Digits: '3' }, token);
      const { document } = await deliver(2, { Digits: '2' }, token);
      assert.match(document, /<Response><Redirect/);
    });

    /** A bank whose side does not answer the first question for a card. */
    const silentOnce = () => {
      let isSilent = true;
      return (bank: TestBank) => ({
        processor: bank.processor,
        customerService: {
          ...delegatedCustomerService(bank.customerService),
          queryCardStatus: async (query: Parameters<typeof bank.customerService.queryCardStatus>[0]) => {
            if (isSilent) {
              isSilent = false;
              await new Promise(() => {});
            }
            return bank.customerService.queryCardStatus(query);
          },
        },
      });
    };

    it('has a step done again by another process where its own has died, also where only its answer is asked for', async () => {
      await begins({ patience: 30, between: silentOnce(), heartbeat: () => () => {} });
      await call.press('32');
      assert.match((await deliver(3, { Digits: liNa.number })).document, /One moment/);
      const other = await service.beside({ patience: 30 });
      const asks = (times: number) =>
        other.carrier.post(`/twilio/voice/steps/3/answer/${times}`, other.carrier.parameters(call.sid, from));
      assert.match((await asks(1)).document, /<Gather action="\/twilio\/voice\/steps\/3\/answer\/2"/);
      service.bank.passes(leaseLasts);
      let { document } = await asks(2);
      for (let times = 3; document.includes('/answer/'); times++) ({ document } = await asks(times));
      assert.match(document, /That card is frozen/);
      const again = other.carrier.post(
        '/twilio/voice/steps/3',
        { ...other.carrier.parameters(call.sid, from), Digits: wangWei.number },
        randomUUID(),
      );
      assert.equal((await again).document, document);
    });

    it('has a step done again by another process where the carrier brings it once more', async () => {
      await begins({ patience: 30, between: silentOnce(), heartbeat: () => () => {} });
      await call.press('32');
      await deliver(3, { Digits: liNa.number });
      service.bank.passes(leaseLasts);
      const other = await service.beside();
      const { document } = await other.carrier.post(
        '/twilio/voice/steps/3',
        { ...other.carrier.parameters(call.sid, from), Digits: liNa.number },
        randomUUID(),
      );
      assert.match(document, /That card is frozen/);
    });

    it('waits for an answer that does not come, and is led to a person in the end', async () => {
      await begins({ agentPhone: '+12025550100', patience: 30, between: silentOnce() });
      await call.press('32');
      await deliver(3, { Digits: liNa.number });
      const asks = (times: number) =>
        service.carrier.post(
          `/twilio/voice/steps/3/answer/${times}`,
          service.carrier.parameters(call.sid, from),
        );
      assert.match((await asks(30)).document, /answer\/31/);
      assert.match((await asks(31)).document, /something went wrong on our side.*<Dial/s);
    });

    it('begins anew with a call that nobody knows', async () => {
      await begins();
      const parameters = { ...service.carrier.parameters(`CA${'9'.repeat(32)}`, from), Digits: '1' };
      const { document } = await service.carrier.post('/twilio/voice/steps/7', parameters);
      assert.match(document, /<Response><Redirect method="POST">\/twilio\/voice</);
    });

    it('has the call ended after the last word about it', async () => {
      await begins();
      await call.press('3');
      await call.hangUp();
      assert.match((await deliver(2, { Digits: '2' })).document, /<Response><Hangup\/>/);
    });

    it('hears of a slow bank in time, and then the true result', async () => {
      let letGo = () => {};
      await begins({
        patience: 30,
        between: (bank) => ({
          processor: bank.processor,
          customerService: Object.assign(Object.create(bank.customerService), {
            nameCard: (number: string) => bank.customerService.nameCard(number),
            async queryCardStatus(query: Parameters<typeof bank.customerService.queryCardStatus>[0]) {
              await new Promise<void>((resolve) => {
                letGo = resolve;
              });
              return bank.customerService.queryCardStatus(query);
            },
          }),
        }),
      });
      await call.press('32');
      hears();
      await call.press(`${liNa.number}#`);
      assert.equal(hears(), 'I am working on it. One moment, please.');
      for (let times = 1; times <= 4; times++) await call.wait();
      assert.equal(hears(), 'Still working on it. Please stay on the line.');
      letGo();
      await call.wait();
      assert.match(hears(), /^That card is frozen/);
      assert.deepEqual(call.problems, []);
    });

    it('goes on where the bank was away for a moment: what was keyed counts', async () => {
      let failures = 0;
      await begins({
        between: (bank) => ({
          processor: bank.processor,
          customerService: Object.assign(Object.create(bank.customerService), {
            async nameCard(number: string) {
              if (failures++ === 0) throw new UnfreezeError('storeUnavailable', 'away');
              return bank.customerService.nameCard(number);
            },
            queryCardStatus: (...query: Parameters<typeof bank.customerService.queryCardStatus>) =>
              bank.customerService.queryCardStatus(...query),
          }),
        }),
      });
      await call.press('32');
      hears();
      await call.press(`${liNa.number}#`);
      assert.match(hears(), /^That card is frozen/);
      assert.ok(failures > 1);
    });

    it('hears a calm sentence and gets a person where the bank fails', async () => {
      await begins({
        agentPhone: '+12025550100',
        between: (bank) => ({
          processor: bank.processor,
          customerService: Object.assign(Object.create(bank.customerService), {
            async nameCard() {
              throw new UnfreezeError('storeUnavailable', `down with ${liNa.number}`);
            },
          }),
        }),
      });
      await call.press('32');
      hears();
      await call.press(`${liNa.number}#`);
      assert.match(hears(), /^Sorry, something went wrong on our side\. I am putting you through.* dial$/);
      assert.doesNotMatch(service.logged.join('\n'), new RegExp(liNa.number));
      assert.deepEqual(call.problems, []);
    });
  });

  describe('that was dropped', () => {
    async function drops(): Promise<void> {
      await reachesSecret();
      await call.press(`${liNa.identityDocument.replace('X', '*')}#`);
      await call.hangUp();
    }

    it('is gone on with within 30 minutes from the same number; secrets are asked for again', async () => {
      await begins({});
      await drops();
      service.bank.passes(29 * minutes);
      await rings();
      const offer = hears();
      assert.match(offer, /^You called a moment ago.*To carry on where you left off, press 1/);
      assert.doesNotMatch(offer, /1114|card|frozen/);
      await call.press('1');
      assert.match(hears(), /^Shall I unfreeze the card ending 1114\?/);
      await call.press('1');
      assert.match(hears(), /your identity document number/);
      await call.press(`${liNa.identityDocument.replace('X', '*')}#`);
      await call.press(`${liNa.transactionPassword}#`);
      assert.match(hears(), /Card 1114 is unfrozen/);
    });

    it('is gone on with by another process where its own has died at that answer, and only the answer is asked for', async () => {
      await begins({ patience: 30, heartbeat: () => () => {} });
      await drops();
      await rings();
      const { store } = service;
      const transaction = store.transaction.bind(store);
      let written = 0;
      store.transaction = (locks, work) =>
        written++ === 0 ? transaction(locks, work) : new Promise(() => {});
      const parameters = service.carrier.parameters(call.sid, from);
      const step = await service.carrier.post('/twilio/voice/steps/1', { ...parameters, Digits: '1' });
      assert.match(step.document, /One moment/);
      store.transaction = transaction;
      const other = await service.beside();
      service.bank.passes(leaseLasts);
      const { document } = await other.carrier.post('/twilio/voice/steps/1/answer/1', parameters);
      assert.match(document, /Shall I unfreeze the card ending .*1114/);
    });

    it('begins anew where the caller wants that', async () => {
      await begins({});
      await drops();
      await rings();
      hears();
      await call.press('2');
      assert.match(hears(), /^普通话请按 1。.*For English, press 3/);
      await call.press('3');
      assert.match(hears(), /^Card service/);
    });

    it('is not offered later, from another number, from a hidden one, or where nothing was begun', async () => {
      await begins({});
      await drops();
      for (const number of ['+12025550102', null, 'anonymous', '+266696687']) {
        await rings(number);
        assert.match(hears(), /^普通话请按 1/);
        await call.hangUp();
      }
      service.bank.passes(31 * minutes);
      await rings();
      assert.match(hears(), /^普通话请按 1/);
      await call.hangUp();
      await rings();
      assert.match(hears(), /^普通话请按 1/);
    });

    it('is not offered while it is still going on: two calls from one number do not meet', async () => {
      await begins({});
      await reachesSecret();
      const first = call;
      await rings();
      assert.match(hears(), /^普通话请按 1/);
      await first.press(`${liNa.identityDocument.replace('X', '*')}#`);
      assert.match(first.heard.map((heard) => (heard.what === 'say' ? heard.words : '')).join(), /six-digit/);
    });
  });

  it('can last an hour', async () => {
    await begins({});
    await reachesSecret();
    for (let times = 0; times < 3; times++) {
      service.bank.passes(20 * minutes);
      await call.press('1#');
    }
    assert.match(hears(), /1 characters came; an ID number has 18/);
    await call.press(`${liNa.identityDocument.replace('X', '*')}#`);
    assert.match(hears(), /has expired|does not match|password/);
    assert.equal(call.state, 'gathering');
  });
});
