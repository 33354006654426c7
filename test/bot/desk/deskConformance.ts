import assert from 'node:assert/strict';
import { hours, minutes } from '../../../kit/time.ts';
import { zhaoLei } from '../../services/testBank.ts';
import type { DeskPlayer } from './deskPlayer.ts';
import { customer } from './peopleAtDesk.ts';

/** What every desk behind the port owes: the page of our own, another desk by the document, a Chatwoot. */
export function deskConformance(name: string, open: () => Promise<DeskPlayer>): void {
  describe(`a desk behind the port: ${name}`, () => {
    let desk: DeskPlayer;
    before(async () => {
      desk = await open();
    });
    after(() => desk.close());

    async function oneCase() {
      await desk.looks();
      const one = await customer(desk.service.bot);
      await one.says('talk to a person');
      await desk.looks();
      return { id: await desk.newest(), ...one };
    }

    it('shows what a customer writes, and writes to them: once, though it is sent three times', async () => {
      const { id, says, written } = await oneCase();
      assert.equal(await desk.claims(id, 'wang'), 'done');
      assert.equal(await desk.writes(id, 'wang', 'Good morning.', 3), 'done');
      await desk.looks();
      await says('My card does not work.');
      await desk.looks();
      assert.equal(await desk.writes(id, 'wang', 'I look at it.'), 'done');
      await desk.looks();
      const talk = (await desk.sees(id)).filter((line) => !line.startsWith('desk:'));
      assert.deepEqual(talk, [
        'agent: Good morning.',
        'customer: My card does not work.',
        'agent: I look at it.',
      ]);
      assert.equal((await written()).split('Good morning.').length, 2, 'the customer has it once');
      assert.equal(await desk.shownOfLast(id), 'told');
    });

    it('gives a case to one of two agents, whose colleague writes nothing in it until they have it', async () => {
      const { id, written } = await oneCase();
      await desk.claims(id, 'wang');
      assert.equal(await desk.writes(id, 'li', 'From a colleague.'), 'taken');
      await desk.passes(id, 'wang', 'li');
      await desk.looks();
      assert.equal(await desk.writes(id, 'li', 'I go on.'), 'done');
      await desk.looks();
      const said = await written();
      assert.ok(!said.includes('From a colleague.') && said.includes('I go on.'), said);
      await desk.passes(id, 'li', null);
      await desk.looks();
      assert.match((await desk.sees(id)).at(-1) ?? '', /^desk: agentLeft/);
      await desk.claims(id, 'li');
      await desk.closes(id, 'li');
    });

    it('has the customer verified, sees how that ended and nothing of what was typed, and unfreezes only then', async () => {
      const { id, says } = await oneCase();
      await desk.claims(id, 'wang');
      assert.equal(await desk.verifies(id, 'wang'), 'noCard');
      assert.equal(await desk.unfreezes(id, 'wang'), 'notMatched');
      await says(`my card is ${zhaoLei.number}`);
      await desk.looks();
      assert.equal(await desk.verifies(id, 'wang'), 'done');
      await desk.looks();
      await says('yes');
      await says('000000');
      desk.service.bank.passes(1 * minutes);
      await desk.looks();
      await says(zhaoLei.transactionPassword);
      await desk.looks();
      assert.equal((await desk.sees(id)).at(-1), 'desk: matched');
      assert.equal(await desk.unfreezes(id, 'wang'), 'done');
      await desk.looks();
      await desk.looks();
      assert.equal((await desk.sees(id)).at(-1), 'desk: unfrozen');
      const asked = (await desk.sees(id)).filter((line) => line === 'desk: authenticate');
      assert.equal(asked.length, 1, 'asked once');
      await desk.closes(id, 'wang');
    });

    it('ends a case, after which nothing more is written there', async () => {
      const { id, written } = await oneCase();
      await desk.claims(id, 'wang');
      await desk.closes(id, 'wang');
      await desk.looks();
      assert.equal(await desk.writes(id, 'wang', 'One more thing.'), 'closed');
      await desk.looks();
      assert.ok(!(await written()).includes('One more thing.'));
    });

    it('shows that words have not arrived where the conversation is over', async () => {
      const { id } = await oneCase();
      await desk.claims(id, 'wang');
      desk.service.bank.passes(25 * hours);
      await desk.looks();
      assert.equal(await desk.writes(id, 'wang', 'Are you there?'), 'done');
      await desk.looks();
      assert.equal(await desk.shownOfLast(id), 'lost');
    });

    it('was sent no secret and no number whole, in whatever form', () => {
      const all = desk.everything();
      assert.ok(all.includes('Good morning.') || all.includes('My card does not work.'));
      for (const secret of [zhaoLei.transactionPassword, '000000', zhaoLei.number]) {
        const forms = [secret, Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex')];
        for (const form of forms) assert.ok(!all.includes(form), `${form.slice(0, 2)}…`);
      }
    });
  });
}
