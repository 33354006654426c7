// Guards a secret: nothing that is kept of a call may hold one.
import assert from 'node:assert/strict';
import { demoCustomers } from '../../demo/demoBank.ts';
import type { PhoneCall } from '../../demo/phoneCall.ts';
import { type EmptyDatabase, onEachDatabase } from '../databases/databases.ts';
import { CallService } from '../demo/callService.ts';
import { liNa, wangWei, zhengKai } from '../services/testBank.ts';
import { tracesIn } from '../traces.ts';

const wrong = { identityDocument: '440524188001010014', transactionPassword: '864209' };
const spoken = 'two four six eight oh one';

const secrets = [
  ...demoCustomers().flatMap(({ phone, reserved, cards }) => [
    phone,
    phone.slice(1),
    ...cards.map(({ number }) => number),
    reserved.identityDocument?.number ?? [],
    reserved.transactionPassword ?? [],
  ]),
  ...Object.values(wrong),
  spoken,
].flat();

onEachDatabase('no secret of a caller', (empty) => {
  let database: EmptyDatabase;
  let service: CallService;
  const calls: PhoneCall[] = [];

  before(async () => {
    database = await empty();
    service = await CallService.open({ empty: async () => database });
  });
  after(() => service.close());

  async function rings({ from, number }: { from: string; number: string }): Promise<PhoneCall> {
    const call = await service.carrier.call(from);
    calls.push(call);
    await call.press('32');
    await call.press(`${number}#`);
    await call.press('1');
    return call;
  }

  const keyed = (document: string) => `${document.replace('X', '*')}#`;

  it('is left in the database, the log or an answer after calls that went well, badly and astray', async () => {
    const well = await rings({ from: '+12025550101', number: liNa.number });
    await well.press(keyed(liNa.identityDocument));
    await well.press(`${liNa.transactionPassword}#`);
    await well.hangUp();
    const disowns = await service.carrier.call('+12025550101');
    calls.push(disowns);
    await disowns.press('3');
    await disowns.speak('that was not me');

    const byLastFour = await service.carrier.call('+12025550104');
    calls.push(byLastFour);
    await byLastFour.press('32');
    await byLastFour.press('4446#');
    await byLastFour.press('1');

    const badly = await rings({ from: '+12025550108', number: zhengKai.number });
    for (let attempt = 1; attempt <= 3; attempt++) {
      await badly.press(keyed(wrong.identityDocument));
      await badly.press(`${wrong.transactionPassword}7#`);
      await badly.press(`${wrong.transactionPassword}#`);
    }

    const astray = await rings({ from: '+12025550102', number: wangWei.number });
    const parameters = service.carrier.parameters(astray.sid, astray.from);
    for (const SpeechResult of [spoken, wangWei.transactionPassword]) {
      const step = /steps\/(\d+)/.exec(astray.documents.at(-1) ?? '')?.[1];
      await service.carrier.post(`/twilio/voice/steps/${step}`, { ...parameters, SpeechResult });
    }
    // The secret is said at the menu, where nobody has asked for it.
    const other = await service.carrier.call('+12025550102');
    calls.push(other);
    await other.press('23');
    await other.speak(
      `my number is ${wangWei.identityDocument}, the password ${wangWei.transactionPassword}`,
    );
    await service.carrier.post(`/twilio/voice/steps/99?Digits=${wangWei.transactionPassword}`, {
      ...parameters,
      Digits: wangWei.identityDocument,
    });
    await service.carrier.post('/twilio/voice', { ...parameters, CallSid: wangWei.identityDocument });

    const said = calls
      .flatMap(({ heard }) => heard.map((each) => (each.what === 'say' ? each.words : '')))
      .join('\n');
    assert.match(said, /Card 1114 is unfrozen/);
    assert.match(said, /Shall I unfreeze the card ending 4446/);
    assert.match(said, /Card 1114 is frozen again/);
    assert.match(said, /paused/);
    assert.match(said, /do not say it aloud|password/);
    const content = await database.content();
    assert.ok(
      content.includes('cardStatusQueried') && content.includes(well.sid),
      'the database was not searched',
    );
    const places = {
      database: content,
      log: service.logged.join('\n'),
      answers: calls.flatMap(({ documents }) => documents).join('\n'),
      said,
    };
    assert.ok(places.log.length > 1000 && places.answers.length > 1000);
    for (const [place, held] of Object.entries(places)) {
      assert.deepEqual(tracesIn(held, secrets), [], place);
    }
  });
});
