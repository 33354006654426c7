import assert from 'node:assert/strict';
import { once } from 'node:events';
import WebSocket from 'ws';
import type { AuthenticationItem } from '../../services/contract/items/index.ts';
import { chenJie, liNa, zhaoLei } from '../services/testBank.ts';
import { Conversation } from './conversation.ts';
import { Thawline } from './thawline.ts';

describe('bad input, to the running service', () => {
  let thawline: Thawline;
  before(async () => {
    thawline = await Thawline.started();
  });
  after(() => thawline.close());

  const frozen = async (...lastFour: string[]) => {
    const cards = await thawline.cards();
    for (const one of lastFour) assert.equal(cards[one]?.status, 'frozen');
  };

  async function asksToUnfreeze(number: string): Promise<Conversation> {
    const conversation = await Conversation.with(thawline);
    await conversation.say(`unfreeze ${number}`);
    await conversation.say('yes');
    return conversation;
  }

  const askedAgain = ['authentication.again', 'transactionPassword.ask'];

  const spoken: [string, string, string][] = [
    ['an empty text', '', 'cardNumber.notUnderstood'],
    ['HTML', '<img src=x onerror=alert(document.cookie)>', 'cardNumber.notUnderstood'],
    ['nothing but control characters', '\u0000\u001b\u0007', 'cardNumber.notUnderstood'],
    ['halves of characters', '\ud800\udfff\ud800', 'cardNumber.notUnderstood'],
    ['a number that fails the Luhn check', '6200000000000011115', 'cardNumber.checkDigit'],
    ['a number of 12 digits', '620000000000', 'cardNumber.length'],
    ['a number of 20 digits', '62000000000000111140', 'cardNumber.length'],
  ];
  for (const [what, words, answer] of spoken) {
    it(`${what} for a card number is answered by ${answer}, and the right one counts after it`, async () => {
      const conversation = await Conversation.with(thawline);
      await conversation.say('check my card');
      assert.deepEqual(await conversation.say(words), [answer]);
      assert.equal((await conversation.say(chenJie.number))[0], 'cardStatus.frozen');
    });
  }

  it('a message that cannot be taken is refused with its reason, and leaves the question open', async () => {
    const conversation = await Conversation.with(thawline);
    await conversation.say('check my card');
    const refusals: [unknown, number, string][] = [
      [{ type: 'message', text: 'x'.repeat(10_000_000) }, 413, 'messageTooLarge'],
      [Buffer.from('{"type":"message","text":"\xe9\xff"}', 'latin1'), 400, 'messageInvalid'],
      [{ type: 'message', text: { number: liNa.number } }, 400, 'messageInvalid'],
      [`{"type":"message","text":"${liNa.number}"`, 400, 'messageInvalid'],
    ];
    for (const [body, status, code] of refusals) {
      const answer = await conversation.send(body);
      const { error } = answer.body as { error: { code: string; message: string } };
      assert.deepEqual([answer.status, error.code], [status, code]);
      assert.ok(!error.message.includes(liNa.number));
    }
    assert.deepEqual(await conversation.answers(), []);
    assert.equal((await conversation.say(chenJie.number))[0], 'cardStatus.frozen');
  });

  // Typed as words, as a client without the secure form would give them.
  const typed: [AuthenticationItem, string, string][] = [
    ['identityDocument', '110105194912310021', 'identityDocument.checkCharacter'],
    ['identityDocument', '１１０１０５１９４９１２３１００２x', 'transactionPassword.ask'],
    ['transactionPassword', '24680', 'transactionPassword.length'],
    ['transactionPassword', '2468011', 'transactionPassword.help'],
    ['transactionPassword', '24680a', 'authentication.offerAgent'],
    ['transactionPassword', '２４６８０１', 'outcome.unfrozen'],
  ];
  it('a wrong format is named, then explained, costs no try, and nothing typed is shown again', async () => {
    const conversation = await asksToUnfreeze(liNa.number);
    for (const [, value, answer] of typed) assert.equal((await conversation.say(value))[0], answer, value);
    const shown = JSON.stringify(await conversation.all());
    for (const [, value] of typed) assert.ok(!shown.includes(value));
    assert.equal((await conversation.form('transactionPassword')).authenticationRequest.attempt, 1);
  });

  it('an envelope for another request is refused, and the right one unfreezes after it', async () => {
    const other = await asksToUnfreeze(zhaoLei.number);
    const conversation = await asksToUnfreeze(zhaoLei.number);
    const foreign = await other.sealed('transactionPassword', zhaoLei.transactionPassword);
    assert.deepEqual(await conversation.post(foreign), ['formOver', 'transactionPassword.ask']);
    const own = await conversation.sealed('transactionPassword', zhaoLei.transactionPassword);
    const dressed = { ...own, value: { ...own.value, envelope: foreign.value.envelope } };
    assert.deepEqual(await conversation.post(dressed), askedAgain);
    await frozen('4446');
  });

  it('an altered envelope is asked for again', async () => {
    const conversation = await asksToUnfreeze(zhaoLei.number);
    const { value, ...event } = await conversation.sealed('transactionPassword', zhaoLei.transactionPassword);
    const [header, key, iv, text = '', tag] = value.envelope.split('.');
    const flipped = [header, key, iv, (text[0] === 'A' ? 'B' : 'A') + text.slice(1), tag].join('.');
    const altered = { ...event, value: { ...value, envelope: flipped } };
    assert.deepEqual(await conversation.post(altered), askedAgain);
    await frozen('4446');
  });

  it('an envelope of an earlier try is of no use', async () => {
    const conversation = await asksToUnfreeze(zhaoLei.number);
    const wrong = await conversation.sealed('transactionPassword', '111111');
    assert.equal((await conversation.post(wrong))[0], 'outcome.notAccepted');
    assert.deepEqual(await conversation.post(wrong), ['formOver', 'transactionPassword.ask']);
    assert.equal((await conversation.form('transactionPassword')).authenticationRequest.attempt, 2);
    await frozen('4446');
  });

  it('an envelope that comes twice at once unfreezes once', async () => {
    const conversation = await asksToUnfreeze(zhaoLei.number);
    const right = await conversation.sealed('transactionPassword', zhaoLei.transactionPassword);
    await Promise.all([conversation.send(right), conversation.send(right)]);
    const answers = await conversation.answers();
    assert.deepEqual(answers, ['outcome.unfrozen', 'solved.ask', 'formOver', 'anythingElse']);
    assert.equal((await thawline.cards())['4446']?.status, 'active');
  });

  it('two messages at the same moment are both answered, in a turn of its own each', async () => {
    const conversation = await Conversation.with(thawline);
    const texts = ['thanks', 'I want to talk to a person'];
    await Promise.all(texts.map((text) => conversation.send({ type: 'message', text })));
    const answers = await conversation.answers();
    assert.deepEqual(answers.toSorted(), ['agent', 'thanks']);
  });

  it('the same activity id twice is one turn', async () => {
    const conversation = await Conversation.with(thawline);
    const activity = { type: 'message', text: 'check my card', channelData: { clientActivityID: 'one' } };
    const [first, second] = [await conversation.send(activity), await conversation.send(activity)];
    assert.deepEqual([first.status, second.status], [200, 200]);
    assert.equal(first.body.id, second.body.id);
    assert.deepEqual(await conversation.answers(), ['cardNumber.ask']);
  });

  it('the token of another conversation opens nothing', async () => {
    const [mine, other] = [await Conversation.with(thawline), await Conversation.with(thawline)];
    const stolen = { ...mine.started, token: other.started.token };
    const said = await thawline.say(stolen, 'hello');
    assert.equal(said.status, 403);
    const path = `/v3/directline/conversations/${mine.started.conversationId}/activities`;
    assert.equal((await thawline.call('GET', path, { token: other.started.token })).status, 403);
    assert.deepEqual(await mine.answers(), []);
  });

  it('a malformed WebSocket frame closes its socket only, and the next one goes on', async () => {
    const { started } = await Conversation.with(thawline);
    const broken = new WebSocket(started.streamUrl);
    await once(broken, 'open');
    // A text frame with a reserved bit set, which RFC 6455 section 5.2 forbids.
    (broken as unknown as { _socket: NodeJS.WritableStream })._socket.write(
      Buffer.from([0xf1, 0x80, 0, 0, 0, 0]),
    );
    const [code] = await once(broken, 'close');
    assert.equal(code, 1002);
    const next = new WebSocket(await thawline.freshStream(started));
    const [frame] = await once(next, 'message');
    assert.match(String(frame), /greeting/);
    next.terminate();
  });

  it('leaves no error in the log', () => {
    assert.doesNotMatch(thawline.log, /"level":(40|50|60)/);
  });
});
