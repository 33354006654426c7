import assert from 'node:assert/strict';
import { createSecretKey } from 'node:crypto';
import { ReturnMarks } from '../../../bot/events/returnMarks.ts';
import { told } from '../../../bot/terminal/told.ts';
import type { Delivery, HeardDelivery } from '../../../bot/turn/delivery.ts';
import type { Heard } from '../../../dialogs/understanding/heard.ts';
import { later } from '../../../kit/time.ts';

const now = new Date('2026-03-02T08:00:00.000Z');
const clock = () => now;
const waits = {
  stamp: { version: 1, at: '2026-03-02T07:58:00.000Z' },
  case: { id: 'c', step: 'nothingBegun', reached: ['begun'], waitsSince: '2026-03-02T07:58:00.000Z' },
};
const spokenOf = { card: { card: 'card_abcdefghijklmnopqrstuv', lastFour: '1114' } };

function turn(
  some: {
    found?: Heard;
    state?: object;
    took?: number;
    left?: object;
    channelId?: string;
    conversation?: string;
  } = {},
) {
  const { found, state, took = 0, left = {}, channelId = 'directline', conversation = 'c1' } = some;
  const reference = { channelId, serviceUrl: '', conversation: { id: conversation }, user: 'u1', bot: 'b' };
  const heard: HeardDelivery<Heard> = { content: { what: 'words', text: '' }, ...(found && { found }) };
  const marks = new ReturnMarks({ secret: () => [createSecretKey(Buffer.alloc(32, 3))], clock });
  return told({
    ...{ delivery: { reference, id: 'd', locale: 'en' } as Delivery, heard, left, clock, replies: [] },
    ...{ standing: { state, awaits: undefined }, noted: [{ kind: 'queried', outcome: 'frozen' }], step: 'x' },
    begun: later(now, -took),
    returnMarks: marks,
  });
}
const says = (words: 'agentWrites' | 'agentCame'): Heard =>
  ({ what: 'deskWord', word: { says: words, case: 'K-4821', text: 'hello' } }) as Heard;
const kinds = (...made: Parameters<typeof turn>) => turn(...made).events.map(({ kind }) => kind);

describe('what a turn tells', () => {
  it('is how long it took, by its channel alone, also where the clock was set back', () => {
    for (const [took, outcome] of [
      [700, '1'],
      [-3_600_000, '0.05'],
    ] as const) {
      const { kind, channel, language, outcome: bound } = turn({ took }).events.at(-1) ?? assert.fail();
      assert.deepEqual([kind, channel, language, bound], ['turn', 'webChat', '', outcome]);
    }
  });

  it('is how long the customer waited, with the first words of a person, and no time of a turn of the bot’s own', () => {
    const state = { ...waits };
    assert.ok(kinds({ found: says('agentWrites'), state }).includes('personAnswered'));
    assert.ok(
      !kinds({ found: says('agentCame'), state }).includes('personAnswered'),
      'who has said nothing yet',
    );
    assert.ok(
      kinds({ found: says('agentCame'), state, channelId: 'twilio-voice' }).includes('personAnswered'),
    );
    assert.ok(!kinds({ found: says('agentWrites'), state }).includes('turn'));
  });

  it('has marks by which a telephone is known in any conversation, a browser in its own, and a card anywhere', () => {
    const marks = (...made: Parameters<typeof turn>) =>
      turn(...made).events.find(({ kind }) => kind === 'queried')?.marks?.today ?? assert.fail();
    const sms = (conversation: string) => marks({ channelId: 'thawline-sms', conversation });
    assert.deepEqual(sms('c1'), sms('c2'));
    assert.notDeepEqual(marks({ conversation: 'c1' }), marks({ conversation: 'c2' }));
    const [, one] = marks({ conversation: 'c1', left: { spokenOf } });
    const [, other] = marks({ conversation: 'c2', left: { spokenOf } });
    assert.equal(one, other);
    assert.ok(one && !one.includes('card'));
  });
});
