// Guards a secret: nothing that a running service keeps, logs or answers may hold one.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoCustomers } from '../../demo/demoBank.ts';
import { cardForms, documentForms, passwordForms } from '../bot/terminal/numberForms.ts';
import { isShort, surroundings } from '../counts.ts';
import { databases } from '../databases/databases.ts';
import { chenJie, liNa, wangWei, zhaoLei, zhengKai } from '../services/testBank.ts';
import { tracesIn } from '../traces.ts';
import { Conversation } from './conversation.ts';
import { onDatabase } from './onDatabase.ts';
import type { Settings } from './serviceProcess.ts';
import { Thawline } from './thawline.ts';

const wrong = { identityDocument: '440524188001010014', transactionPassword: '864209' };

/** Whatever the demo bank keeps of its customers, and what these tests type. */
const secrets = [
  ...demoCustomers().flatMap(({ name, latinName, phone, reserved, cards }) => [
    name,
    latinName,
    phone,
    ...cards.map(({ number }) => number),
    reserved.identityDocument?.number ?? [],
    reserved.transactionPassword ?? [],
  ]),
  ...Object.values(wrong),
].flat();

const layouts = {
  'in one process': (settings: Settings) => Thawline.started(settings),
  'in two processes': (settings: Settings) => Thawline.startedApart(settings),
};

for (const [layout, database] of surroundings)
  describe(`no secret of a customer, ${layout}, on ${database}`, () => {
    const here = onDatabase(databases[database], layouts[layout]);

    /** Fails where a secret shows in the database, in a file that Thawline keeps, in its log, or in an answer it gave. */
    async function assertNoTraces(looksFor: readonly string[] = secrets): Promise<void> {
      const files = readdirSync(here.thawline.folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }): [string, Buffer] => [name, readFileSync(join(parentPath, name))]);
      const names = files.map(([name]) => name);
      assert.ok(names.includes('keys.json'));
      const content = await here.database.content();
      assert.ok(content.includes('cardStatusQueried'), 'the database was not searched');
      assert.ok(here.thawline.log.length > 1000 && here.thawline.answered.length > 1000);
      const places = { log: here.thawline.log, answers: here.thawline.answered, database: content };
      for (const [place, held] of [...files, ...Object.entries(places)]) {
        const traces = tracesIn(held, looksFor);
        assert.deepEqual(traces, [], `${place}: ${traces.map((trace) => around(held, trace)).join()}`);
      }
    }

    async function asksToUnfreeze({ number }: { number: string }): Promise<Conversation> {
      const conversation = await Conversation.with(here.thawline);
      await conversation.say(`please unfreeze ${number}`);
      await conversation.say('yes');
      return conversation;
    }

    it('is left anywhere by what cannot be read', async () => {
      const conversation = await asksToUnfreeze(liNa);
      await conversation.send(`{"type":"message","text":"${liNa.transactionPassword}"`);
      await conversation.send({ type: 'message', text: [liNa.identityDocument] });
      await conversation.send({ type: 'event', name: 'authenticationInformation', value: liNa });
      await conversation.send({ type: liNa.number, text: '' });
      await here.thawline.call('GET', `/${liNa.number}?password=${liNa.transactionPassword}`);
      await here.thawline.call('GET', '/v3/directline/conversations/x', { token: liNa.transactionPassword });
      await assertNoTraces();
    });

    it('is left anywhere after a card was unfrozen with sealed items', async () => {
      const conversation = await asksToUnfreeze(liNa);
      await conversation.give('identityDocument', liNa.identityDocument);
      const [outcome] = await conversation.give('transactionPassword', liNa.transactionPassword);
      assert.equal(outcome, 'outcome.unfrozen');
      await conversation.all();
      await assertNoTraces();
    });

    it('is left anywhere after they were typed as words, where asked for and where not', async () => {
      const conversation = await asksToUnfreeze(wangWei);
      await conversation.say(`${wangWei.identityDocument} ${wangWei.transactionPassword}`);
      await conversation.say(wangWei.identityDocument);
      const [outcome] = await conversation.say(wangWei.transactionPassword);
      assert.equal(outcome, 'outcome.unfrozen');
      await conversation.say(
        `my name is ${wangWei.identityDocument}, the password ${wangWei.transactionPassword}`,
      );
      await conversation.say(zhengKai.number);
      await conversation.all();
      await assertNoTraces();
    });

    it('is left anywhere by a number in any form, where it was asked for and where not', async function () {
      // A thousand turns, each with its commits.
      this.timeout(isShort ? 20_000 : 180_000);
      const forms = [...cardForms, ...documentForms, ...passwordForms].map(({ text }) => text);
      const sample = forms.filter((_text, place) => !isShort || place % 20 === 0);
      for (let start = 0; start < sample.length; start += 25) {
        const conversation = await Conversation.with(here.thawline);
        for (const text of sample.slice(start, start + 25)) {
          await conversation.say(text);
          await conversation.say('unfreeze another card');
        }
        await conversation.all();
      }
      await assertNoTraces([...secrets, ...sample.filter((text) => Buffer.from(text).length > 3)]);
    });

    it('is left anywhere after failures until the lock, and of what was no good format', async () => {
      const conversation = await asksToUnfreeze(zhengKai);
      for (let attempt = 1; attempt <= 3; attempt++) {
        await conversation.give('identityDocument', wrong.identityDocument);
        await conversation.say(`${wrong.transactionPassword}7`);
        await conversation.say(wrong.transactionPassword);
      }
      assert.ok(JSON.stringify(await conversation.all()).includes('outcome.locked'));
      await assertNoTraces();
    });

    it('is left anywhere when the service is killed while it works on them', async function () {
      // Two kills, and two starts after them.
      this.timeout(60_000);
      for (const customer of [chenJie, zhaoLei]) {
        const conversation = await asksToUnfreeze(customer);
        const typed =
          'identityDocument' in customer ? customer.identityDocument : customer.transactionPassword;
        const answer = conversation.say(typed).catch(() => 'no answer');
        await here.thawline.call('GET', '/healthz');
        await here.thawline.kill();
        await answer;
        await assertNoTraces();
        await here.thawline.up();
        await conversation.all();
        await assertNoTraces();
      }
    });
  });

/** Where it shows in plain, since who made it up may see it: by that a leak is told from digits that happen to be the same. */
function around(held: string | Buffer, trace: string): string {
  const at = held.indexOf(trace);
  return at === -1 ? 'in another form' : held.slice(Math.max(0, at - 60), at + 60).toString();
}
