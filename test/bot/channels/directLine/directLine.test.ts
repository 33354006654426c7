import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import sinon from 'sinon';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { DirectLineService } from './directLineService.ts';

const { useFakeTimers: fakeTimers } = sinon;

describe('the answer to a posted activity', () => {
  const folder = temporaryFolder();
  let service: DirectLineService;
  before(async () => {
    service = await DirectLineService.open({ folder: folder.path });
  });
  after(async () => {
    await service.close();
    folder.remove();
  });

  /** Posts a message whose turn lasts until it is let go on. */
  async function slowTurn() {
    const started = await service.start();
    const grant = await service.tokens.verify(started.token);
    const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begins } = Promise.withResolvers<void>();
    service.bot.beforeReply = async () => {
      service.bot.beforeReply = async () => {};
      begins();
      await goesOn;
    };
    const clock = fakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let answer: string | undefined;
    const posted = service.directLine
      .post(grant, started.conversationId, { type: 'message', text: 'hi' })
      .then(({ id }) => {
        answer = id;
      });
    await begun;
    const looks = async () => {
      for (let turns = 0; turns < 20; turns++) await setImmediate();
      return answer;
    };
    return { started, clock, posted, goOn, looks };
  }

  it('comes at the end of its turn, when the replies are there', async () => {
    const { started, clock, posted, goOn, looks } = await slowTurn();
    try {
      await clock.tickAsync(2999);
      assert.equal(await looks(), undefined);
      goOn();
      await posted;
      assert.equal(await looks(), `${started.conversationId}|0000002`);
    } finally {
      clock.restore();
    }
    assert.deepEqual((await service.texts(started)).slice(1), ['hi', 'You said: hi']);
  });

  it('comes three seconds after it was written down where its turn takes longer, which goes on', async () => {
    const { started, clock, posted, goOn, looks } = await slowTurn();
    try {
      await clock.tickAsync(3000);
      await posted;
      assert.equal(await looks(), `${started.conversationId}|0000002`);
    } finally {
      clock.restore();
    }
    assert.deepEqual((await service.texts(started)).slice(1), ['hi']);
    goOn();
    await service.say(started, 'next');
    assert.deepEqual((await service.texts(started)).slice(1), [
      'hi',
      'You said: hi',
      'next',
      'You said: next',
    ]);
  });
});
