import assert from 'node:assert/strict';
import { join } from 'node:path';
import { botSchema } from '../../../../../bot/botSchema.ts';
import { messageForm, textOfMessage } from '../../../../../bot/channels/twilio/messages/messageForm.ts';
import { MessageLog, type SeenThread } from '../../../../../bot/channels/twilio/messages/messageLog.ts';
import { IncomingMessage } from '../../../../../bot/channels/twilio/messages/messageRequest.ts';
import {
  MessageRedactionRows,
  MessageThreadRows,
} from '../../../../../bot/channels/twilio/messages/messageTables.ts';
import { senderOf } from '../../../../../bot/channels/twilio/messages/sender.ts';
import type { Before } from '../../../../../bot/turn/channelForm.ts';
import type { Sealed } from '../../../../../bot/turn/delivery.ts';
import { openSqlite } from '../../../../../kit/store/openSqlite.ts';
import type { Store } from '../../../../../kit/store/store.ts';
import { temporaryFolder } from '../../../../temporaryFolder.ts';

const From = '+12025550101';
const first: Before = { isAgain: false, isOvertaken: false };
const thread: SeenThread = { choices: [], stopped: false, hasMissed: false, missed: undefined };
const yes = { title: 'Yes', value: 'Yes, unfreeze it' };

describe('how a message is read and answered', () => {
  const folder = temporaryFolder();
  const now = new Date('2026-11-24T08:00:00.000Z');
  let store: Store;
  let messageLog: MessageLog;
  let count = 0;
  let sid: string;
  let sent: (readonly string[])[];
  before(async () => {
    store = await openSqlite(join(folder.path, 'bot.db'), [botSchema]);
    messageLog = new MessageLog({ clock: () => now });
  });
  beforeEach(async () => {
    sid = `SM${String(++count).padStart(32, '0')}`;
    sent = [];
  });
  after(async () => {
    await store.close();
    folder.remove();
  });

  const form = (Body: string, more: object = {}) =>
    messageForm(
      {
        messageLog,
        sentences: { say: (id) => id },
        metrics: { sent: (texts) => void sent.push(texts) },
        urgency: { soundsUrgent: (text) => text === 'no' },
        isUrgent: textOfMessage({ Body, ButtonText: '', ...more }) === 'NOT ME',
        write: (texts) => texts.join('|'),
      },
      {
        id: 'thread',
        form: IncomingMessage.parse({ MessageSid: sid, From, Body, ...more }),
        sender: senderOf(From),
      },
    );
  const reads = (text: string, seen: Partial<SeenThread> = {}, more: object = {}) =>
    form(text, more).reads({ ...thread, ...seen }, first);
  /** Whether the message is to be blanked, or only feared to be lost; undefined where it is left alone. */
  async function blanked(): Promise<'now' | 'feared' | undefined> {
    const row = await store.read((manager) => manager.findOneBy(MessageRedactionRows, { messageSid: sid }));
    return row === null ? undefined : row.nextTryAt <= now.toISOString() ? 'now' : 'feared';
  }
  const threadRow = () => store.read((manager) => manager.findOneBy(MessageThreadRows, { id: 'thread' }));

  it('is what it says, or the choice that its number, its line or its button stands for', () => {
    const choices = [yes];
    const says = (text: string) => ({ what: 'words', text });
    assert.deepEqual(reads('hello'), says('hello'));
    assert.deepEqual(reads('1', { choices }), says(yes.value));
    assert.deepEqual(reads('1'), says('1'));
    assert.deepEqual(reads('x', { choices }, { ButtonPayload: '1' }), says(yes.value));
    assert.deepEqual(reads('', { choices }, { ButtonPayload: 'old', ButtonText: '1' }), says(yes.value));
    assert.deepEqual(reads(' ', {}, { NumMedia: '1' }), { what: 'words', text: '', attached: true });
  });

  it('is a keyword of the carrier’s: STOP has no turn, START begins, HELP asks', () => {
    assert.deepEqual(reads('START'), { what: 'arrives' });
    assert.deepEqual(reads('HELP'), { what: 'words', text: 'help' });
    const stop = reads('STOP');
    assert.ok(typeof stop === 'object' && 'answer' in stop);
    assert.equal(stop.answer, '');
  });

  it('after STOP is not worked on until START', async () => {
    const stopped = reads('hello', { stopped: true, choices: [yes] });
    assert.ok(typeof stopped === 'object' && 'answer' in stopped);
    assert.equal(stopped.answer, '');
    await store.transaction([], async (manager) => stopped.write?.(manager));
    assert.deepEqual([await blanked(), (await threadRow())?.stoppedAt], ['now', now.toISOString()]);
    assert.deepEqual(reads('START', { stopped: true }), { what: 'arrives' });
  });

  it('is not worked on where the customer has not heard the answer before it, and is answered with that', async () => {
    const unheard = reads('1', { hasMissed: true, missed: 'the answer before', choices: [yes] });
    assert.ok(typeof unheard === 'object' && 'answer' in unheard);
    assert.equal(unheard.answer, 'the answer before');
    await store.transaction([], async (manager) => unheard.write?.(manager));
    const row = await threadRow();
    assert.deepEqual([await blanked(), row?.choices], ['now', JSON.stringify([yes])]);
    assert.deepEqual(reads('HELP', { missed: 'the answer before' }), { what: 'words', text: 'help' });
    const stop = reads('STOP', { missed: 'the answer before' });
    assert.ok(typeof stop === 'object' && 'answer' in stop);
    assert.equal(stop.answer, '');
  });

  it('is heard all the same where it is urgent: with STOP and after it, also where an answer was missed', async () => {
    const urgent = { what: 'words', text: 'NOT ME' };
    const heard = { urgent, optedOut: false };
    const silently = { urgent, optedOut: true };
    assert.deepEqual(reads('NOT ME'), heard);
    assert.deepEqual(reads('NOT ME', { missed: 'the answer before' }), heard);
    assert.deepEqual(reads('NOT ME', { stopped: true }), silently);
    assert.deepEqual(reads('NOT ME', {}, { OptOutType: 'STOP' }), silently);
    assert.deepEqual(reads('NOT ME', { stopped: true }, { OptOutType: 'START' }), heard);
    assert.deepEqual(reads('x', {}, { ButtonText: 'NOT ME' }), heard);
    const refused = { what: 'words', text: 'no' };
    assert.deepEqual(reads('no', { stopped: true }), { urgent: refused, optedOut: true });
    assert.deepEqual(reads('no'), refused, 'to who can be asked, a bare no is what it is to others');
  });

  it('is answered with nothing where the customer has said STOP, and that stays so', async () => {
    const replies = [{ type: 'message', text: 'It is frozen again.' }];
    const turned = { replies, expects: { what: 'words' } as const };
    const told = { held: undefined, receipt: undefined };
    const answers = (seen: Partial<SeenThread>, more: object = {}) =>
      form('NOT ME', more).writes(turned, { ...thread, ...seen }, told);
    assert.match(answers({}).answer, /frozen again/);
    for (const silent of [answers({ stopped: true, choices: [yes] }), answers({}, { OptOutType: 'STOP' })]) {
      assert.equal(silent.answer, '');
      await store.transaction([], async (manager) => silent.write?.(manager));
      silent.committed?.();
      const row = await threadRow();
      assert.deepEqual([row?.choices, row?.stoppedAt, sent], ['[]', now.toISOString(), []]);
    }
  });

  const arrives: [string, Partial<Sealed<unknown>>, Partial<Before>, object, 'now' | undefined][] = [
    ['what holds a secret', { held: 'secret' }, {}, {}, 'now'],
    ['what holds a card number', { held: 'cardNumber' }, {}, {}, 'now'],
    ['a picture, which may be one of a document', {}, {}, { NumMedia: '1' }, 'now'],
    ['what was overtaken: it is not worked on', {}, { isOvertaken: true, isAgain: true }, {}, 'now'],
    ['what holds nothing', {}, {}, {}, undefined],
  ];
  for (const [title, { held }, before, more, expected] of arrives) {
    for (const hasWaited of [false, true]) {
      it(`${expected ? 'is' : 'is not'} blanked${hasWaited ? ', having waited for its turn' : ''}: ${title}`, async () => {
        const answers = form('x', more);
        if (hasWaited) {
          await store.transaction([], async (manager) => answers.waits?.(manager));
          assert.equal(await blanked(), 'feared');
        }
        const sealed = { shown: { what: 'words', text: '' } as const, ...(held && { held }) };
        const arrival = answers.arrives?.(sealed, { ...first, ...before }, thread);
        await store.transaction([], async (manager) => arrival?.write?.(manager));
        assert.equal(await blanked(), expected);
        assert.equal(
          arrival?.comesFirst ?? false,
          expected === 'now',
          'that must be certain before anything else',
        );
      });
    }
  }

  it('keeps what it offers with its answer, and counts what was sent once that is committed', async () => {
    const actions = [{ type: 'imBack', ...yes }];
    const replies = [{ type: 'message', text: 'Shall I?', suggestedActions: { actions, to: [] } }];
    const turned = { replies, expects: { what: 'words' } as const };
    const { answer, write, committed } = form('x').writes(turned, thread, {
      held: 'secret',
      receipt: undefined,
    });
    assert.match(answer, /removed.*Shall I\?.*replyWithNumber\n1 Yes/s);
    await store.transaction([], async (manager) => write?.(manager));
    const row = await threadRow();
    assert.deepEqual([row?.choices, row?.stoppedAt, sent], [JSON.stringify([yes]), null, []]);
    committed?.();
    assert.equal(sent.length, 1);
  });
});
