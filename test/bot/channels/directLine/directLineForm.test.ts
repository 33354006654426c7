import assert from 'node:assert/strict';
import {
  ConversationLog,
  type KnownConversation,
} from '../../../../bot/channels/directLine/conversationLog.ts';
import { beginningForm, directLineForm } from '../../../../bot/channels/directLine/directLineForm.ts';
import { type Before, wantedOf } from '../../../../bot/turn/channelForm.ts';
import type { Content, Delivery } from '../../../../bot/turn/delivery.ts';
import type { Turned } from '../../../../bot/turn/terminal.ts';
import { lookTogether } from '../../../../kit/store/lookTogether.ts';
import type { Write } from '../../../../kit/store/unitOfWork.ts';
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
    await service.store.transaction([], (manager) =>
      log.begin(manager, { conversationId: id, userId: 'dl_1' }),
    );
  });
  after(async () => {
    await service.close();
    folder.remove();
  });

  const bot = { id: 'thawline', name: 'Thawline' };
  const surroundings = () => ({ conversationLog: log, bot, now: () => new Date('2026-11-24T08:00:00.000Z') });
  const delivery = (): Delivery => {
    const reference = {
      channelId: 'directline',
      serviceUrl: 'urn:x',
      conversation: { id },
      user: 'u',
      bot: 'b',
    };
    return { reference, id: undefined, locale: undefined };
  };
  const form = (content: Content, more: { clientActivityId?: string } = {}) =>
    directLineForm(surroundings(), delivery(), { content, ...more });
  const write = (to: { write?: Write | undefined }) =>
    service.store.transaction([], async (manager) => to.write?.(manager));
  const known = () => service.store.read((manager) => log.known(manager, id));
  const sees = async (of: ReturnType<typeof form>): Promise<KnownConversation> => {
    const [seen] = await service.store.read((manager) => lookTogether(manager, [wantedOf(of)]));
    return seen;
  };
  const words = { what: 'words', text: 'it is 246801' } satisfies Content;
  const arrives = async (of: ReturnType<typeof form>, shown: Content, before = first) =>
    of.arrives?.({ shown }, before, await known()) ?? {};
  const turned = (...texts: string[]): Turned => ({
    replies: texts.map((text) => ({ type: 'message', text })),
    expects: { what: 'words' },
  });
  const shown = async () => (await log.after(id, '')).activities.map(({ text, type }) => text ?? type);

  it('shows what came once it was written down, sealed and under the client’s id, and tells of it after the commit', async () => {
    const of = form(words, { clientActivityId: 'x1' });
    assert.deepEqual(await sees(of), await known());
    assert.deepEqual(of.reads(await known(), first), words);
    const arrival = await arrives(of, { what: 'words', text: 'it is ••••' });
    await write(arrival);
    assert.equal(arrival.receipt, `${id}|0000001`);
    assert.deepEqual([await shown(), told], [['it is ••••'], []]);
    arrival.committed?.();
    assert.deepEqual(told, [1]);
    const again = await arrives(form(words, { clientActivityId: 'x1' }), words);
    await assert.rejects(write(again), 'never twice');
  });

  it('has who began the conversation speak, in the language in which it began unless another is named', async () => {
    const { reference, locale } =
      form(words).completes?.(delivery(), { ...(await known()), locale: 'zh-TW' }) ?? {};
    assert.deepEqual([reference?.user, locale], ['dl_1', 'zh-TW']);
    const named = { ...delivery(), locale: 'en' };
    assert.equal(form(words).completes?.(named, { ...(await known()), locale: 'zh-TW' }).locale, 'en');
  });

  it('begins a conversation with its greeting, once, and says whether it was new', async () => {
    let begun = 0;
    id = `${id}-new`;
    const grant = { conversationId: id, userId: 'dl_2', locale: 'en' };
    const begins = () => beginningForm(surroundings(), delivery(), grant, () => void begun++);
    for (const isNew of [true, false]) {
      const of = begins();
      const seen = await sees(of);
      assert.equal(seen.newest, isNew ? 0 : 1);
      const arrival = of.arrives?.({ shown: { what: 'arrives' } }, first, seen) ?? {};
      const answered = of.writes(turned('hello'), seen, { held: undefined, receipt: undefined });
      await write(arrival);
      await write(answered);
      arrival.committed?.();
    }
    assert.deepEqual([await shown(), begun, (await known()).userId], [['hello', 'hello'], 1, 'dl_2']);
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
    await write(await arrives(of, words));
    const receipt = `${id}|0000001`;
    const { answer, committed, ...rest } = of.writes(turned('one', 'two'), await known(), {
      held: undefined,
      receipt,
    });
    assert.equal(answer, receipt);
    await write(rest);
    const { activities } = await log.after(id, '');
    assert.deepEqual(
      activities.map(({ text, from, replyToId }) => [text, from?.role, replyToId]),
      [
        [words.text, 'user', undefined],
        ['one', 'bot', answer],
        ['two', 'bot', answer],
      ],
    );
    assert.deepEqual(told, []);
    committed?.();
    assert.deepEqual(told, [3]);
  });

  it('writes nothing where nothing was said, and answers what nobody posted with nothing', async () => {
    const none = { held: undefined, receipt: undefined };
    const before = await known();
    const answered = form({ what: 'arrives' }).writes(turned(), before, { ...none, receipt: 'e' });
    assert.equal(answered.answer, 'e');
    await write(answered);
    assert.deepEqual([await known(), await shown()], [before, []]);
    assert.equal(form({ what: 'arrives' }).writes(turned('hi'), before, none).answer, '');
  });

  it('has its lost turns done again, and its answers brought by nobody', () => {
    const { isRecovered, sends } = form(words);
    assert.deepEqual([isRecovered, sends], [true, undefined]);
  });
});
