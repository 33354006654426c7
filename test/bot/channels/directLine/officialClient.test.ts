import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import sinon from 'sinon';
import { DirectLineConversationRows } from '../../../../bot/channels/directLine/directLineTables.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { DirectLineService } from './directLineService.ts';

// The client is made for browsers; Node has everything it needs but this.
Object.assign(globalThis, { XMLHttpRequest: createRequire(import.meta.url)('xhr2') });

/** What the official client shows, with a way to wait for it. */
class Page {
  readonly texts: string[] = [];
  readonly ids: (string | undefined)[] = [];
  readonly #client: DirectLine;
  readonly #changes = new EventTarget();

  constructor(options: ConstructorParameters<typeof DirectLine>[0]) {
    this.#client = new DirectLine(options);
    // Ending the client is an error on this observable.
    this.#client.activity$.subscribe(
      (activity) => this.#show(activity),
      () => {},
    );
    this.#client.connectionStatus$.subscribe(() => this.#changes.dispatchEvent(new Event('change')));
  }

  say(text: string): Promise<string> {
    const activity: Activity = {
      type: 'message',
      from: { id: 'me' },
      text,
      channelData: { clientActivityID: text },
    };
    return new Promise((resolve, reject) => {
      this.#client.postActivity(activity).subscribe(resolve, reject);
    });
  }

  async shows(count: number): Promise<string[]> {
    while (this.texts.length < count) await once(this.#changes, 'change');
    return this.texts;
  }

  async reaches(status: ConnectionStatus): Promise<void> {
    while (this.#client.connectionStatus$.getValue() !== status) await once(this.#changes, 'change');
  }

  close(): void {
    this.#client.end();
  }

  #show(activity: Activity): void {
    if (activity.type === 'message') this.texts.push(activity.text ?? '');
    this.ids.push(activity.id);
    this.#changes.dispatchEvent(new Event('change'));
  }
}

describe('the official Direct Line client', () => {
  const folder = temporaryFolder();
  let service: DirectLineService;
  const pages: Page[] = [];

  before(async () => {
    service = await DirectLineService.open({ folder: folder.path });
  });
  after(async () => {
    for (const page of pages) page.close();
    await service.close();
    folder.remove();
  });
  afterEach(() => sinon.restore());

  async function open(options: ConstructorParameters<typeof DirectLine>[0] = {}): Promise<Page> {
    const token = options.token ?? String((await service.call('POST', '/webchat/token')).body.token);
    const page = new Page({ domain: `${service.url}/v3/directline`, ...options, token });
    pages.push(page);
    return page;
  }

  for (const webSocket of [true, false]) {
    it(`gets every message once and in order over ${webSocket ? 'WebSocket' : 'polling'}, its own confirmed`, async () => {
      const page = await open({ webSocket, pollingInterval: 200 });
      await page.shows(1);
      const ids = [await page.say('one'), await page.say('two'), await page.say('three')];
      assert.deepEqual(await page.shows(7), [
        'Hello in no language',
        'one',
        'You said: one',
        'two',
        'You said: two',
        'three',
        'You said: three',
      ]);
      assert.deepEqual(
        [1, 3, 5].map((at) => page.ids[at]),
        ids,
      );
    });
  }

  it('loses and repeats nothing when its socket is cut again and again', async () => {
    // The client waits a random 3 to 15 seconds before it comes back; this value makes that 60 milliseconds.
    sinon.stub(Math, 'random').returns(-0.245);
    const page = await open();
    await page.shows(1);
    const expected = ['Hello in no language'];
    for (const text of ['one', 'two', 'three', 'four', 'five']) {
      service.cutStreams();
      await page.say(text);
      expected.push(text, `You said: ${text}`);
      await page.shows(expected.length);
    }
    await page.say('last');
    assert.deepEqual(await page.shows(13), [...expected, 'last', 'You said: last']);
  });

  it('comes back when a newer socket took the place of its own', async () => {
    sinon.stub(Math, 'random').returns(-0.245);
    const started = await service.start();
    const page = await open({ token: started.token, conversationId: started.conversationId });
    await page.shows(1);
    const newer = new WebSocket(await service.freshStream(started));
    await once(newer, 'close');
    await page.say('still-here');
    assert.deepEqual(await page.shows(3), ['Hello in no language', 'still-here', 'You said: still-here']);
  });

  it('resumes a conversation from its id and token with everything that was said', async () => {
    const started = await service.start();
    await service.say(started, 'before the reload');
    const { conversationId, token } = started;
    const page = await open({ conversationId, token });
    assert.deepEqual(await page.shows(3), [
      'Hello in no language',
      'before the reload',
      'You said: before the reload',
    ]);
  });

  it('learns that its token has expired, and that a conversation is over', async () => {
    const expired = await service.start();
    const clock = sinon.useFakeTimers({ now: Date.now() + 31 * 60_000, toFake: ['Date'] });
    const page = await open({ token: expired.token, conversationId: expired.conversationId });
    await page.reaches(ConnectionStatus.FailedToConnect);
    clock.restore();

    const polling = await service.start();
    const ending = await open({
      token: polling.token,
      conversationId: polling.conversationId,
      webSocket: false,
    });
    await ending.shows(1);
    await service.store.transaction([], (manager) =>
      manager.update(DirectLineConversationRows, polling.conversationId, {
        lastActivityAt: '2020-01-01T00:00:00.000Z',
      }),
    );
    await ending.reaches(ConnectionStatus.Ended);
  });
});
