import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { Thawline } from '../journeys/thawline.ts';
import { zhaoLei } from '../services/testBank.ts';

describe('a turn that is under way when the bot is told to end', () => {
  let thawline: Thawline;

  before(async () => {
    thawline = await Thawline.startedApart();
  });
  after(async () => {
    // One that stands still does not end.
    thawline.processor?.signal('SIGCONT');
    await thawline.close();
  });

  it('is finished, or done again, though the bank’s side stands still', async function () {
    this.timeout(60_000);
    const started = await thawline.start();
    await thawline.say(started, `unfreeze ${zhaoLei.number}`);
    const before = (await thawline.activities(started)).length;
    thawline.processor?.signal('SIGSTOP');
    const posted = thawline.say(started, 'yes').then(
      ({ status }) => status,
      () => 'cut',
    );
    // Its turn has begun once the bank's side is asked, and that does not answer.
    await setTimeout(500);
    assert.equal(await thawline.bot.end('SIGTERM'), 0, thawline.failures);
    await posted;
    thawline.processor?.signal('SIGCONT');
    await thawline.botUp();
    let said: string[] = [];
    for (let look = 0; look < 100 && said.length < 2; look++) {
      await setTimeout(100);
      said = (await thawline.activities(started))
        .slice(before)
        .map(({ from, channelData }) => (from.role === 'user' ? 'echo' : channelData.thawline.messageId));
    }
    assert.equal(said[0], 'echo', thawline.failures);
    assert.match(String(said[1]), /^(transactionPassword\.ask|trouble)$/);
    assert.equal(said.filter((one) => one === 'echo').length, 1);
  });
});
