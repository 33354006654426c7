import assert from 'node:assert/strict';
import { ConversationLog } from '../../../../bot/channels/directLine/conversationLog.ts';
import { directLineForm } from '../../../../bot/channels/directLine/directLineForm.ts';
import type { Before } from '../../../../bot/turn/channelForm.ts';
import type { Content, Delivery } from '../../../../bot/turn/delivery.ts';
import type { Turned } from '../../../../bot/turn/terminal.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { DirectLineService } from './directLineService.ts';

const first: Before = { isAgain: false, isOvertaken: false };

describe('how web chat shows a delivery and its answer', () => {
  const folder = temporaryFolder();
  let service: DirectLineService;
  let log: ConversationLog;
  let conversations = 0;
  let id: string;
  /** The numbers up to which listeners were told, in their order. */
  let told: number[];

  before(async () => {
    service = await DirectLineService.open({ folder: folder.path });
  });
  beforeEach(async () => {
    id = `c${++conversations}`;
    told = [];
    log = new ConversationLog({ store: service.store, clock: () => new Date('2026-11-24T08:00:00.000Z') });
    log.tell = (of, newest) => {
      assert.equal(of, id);
      told.push(newest);
    };
    await log.begin({ conversationId: id });
  });
  after(async () => {
    await service.close();
    folder.remove();
  });

  const bot = { id: 'thawline', name: 'Thawline' };
  const form = (content: Content, more: { clientActivityId?: string; taken?: (id: string) => void } = {}) => {
    const reference = {
      channelId: 'directline',
      serviceUrl: 'urn:x',
      conversation: { id },
      user: 'u',
      bot: 'b',
    };
    const delivery: Delivery = { reference, id: undefined, locale: undefined };
    return directLineForm({ conversationLog: log, bot }, delivery, { content, ...more });
  };
  const words: Content = { what: 'words', text: 'it is 246801' };
  const arrives = (of: ReturnType<typeof form>, shown: Content, before = first) =>
    service.store.transaction(async (manager) => of.arrives?.(manager, { shown }, before, undefined));
  const turned = (...texts: string[]): Turned => ({
    replies: texts.map((text) => ({ type: 'message', text })),
    expects: { what: 'words' },
  });
  const shown = async () => (await log.after(id, '')).activities.map(({ text, type }) => text ?? type);

  it('shows what came once it was written down, sealed and under the client’s id, and tells of it after the commit', async () => {
    const taken: string[] = [];
    const of = form(words, { clientActivityId: 'x1', taken: (echo) => void taken.push(echo) });
    assert.equal(await of.looks(undefined as never), undefined);
    assert.deepEqual(of.reads(undefined, first), words);
    const arrival = await arrives(of, { what: 'words', text: 'it is ••••' });
    assert.equal(arrival?.receipt, `${id}|0000001`);
    assert.deepEqual([await shown(), told, taken], [['it is ••••'], [], []]);
    arrival?.committed?.();
    assert.deepEqual([told, taken], [[1], [`${id}|0000001`]]);
    await assert.rejects(arrives(form(words, { clientActivityId: 'x1' }), words), 'never twice');
  });

  it('shows nothing of an arrival, nor of what was shown before its turn was lost', async () => {
    for (const [content, before] of [
      [{ what: 'arrives' }, first],
      [words, { isAgain: true, isOvertaken: false }],
    ] as const) {
      assert.deepEqual(await arrives(form(content), content, before), {});
    }
    assert.deepEqual([await shown(), told], [[], []]);
  });

  it('answers with the id of the echo, and writes what was said with it, to be told of after the commit', async () => {
    const of = form(words);
    const { answer, write, committed } = of.writes(turned('one', 'two'), undefined, {
      held: undefined,
      receipt: `${id}|0000001`,
    });
    assert.equal(answer, `${id}|0000001`);
    await service.store.transaction(async (manager) => write?.(manager));
    const { activities } = await log.after(id, '');
    assert.deepEqual(
      activities.map(({ text, from, replyToId }) => [text, from?.role, replyToId]),
      [
        ['one', 'bot', answer],
        ['two', 'bot', answer],
      ],
    );
    assert.deepEqual(told, []);
    committed?.();
    assert.deepEqual(told, [2]);
  });

  it('writes nothing where nothing was said, and answers what nobody posted with nothing', () => {
    const none = { held: undefined, receipt: undefined };
    assert.deepEqual(form(words).writes(turned(), undefined, { ...none, receipt: 'e' }), { answer: 'e' });
    assert.equal(form({ what: 'arrives' }).writes(turned('hi'), undefined, none).answer, '');
  });

  it('has its lost turns done again, and its answers brought by nobody', () => {
    const { isRecovered, sends } = form(words);
    assert.deepEqual([isRecovered, sends], [true, undefined]);
  });
});
