import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { Startable } from '../../build/browser/packedChromium.ts';
import { Tab, type TabLook } from './tab.ts';

/** No window, no sandbox for root alone, and no errand of its own on the network. */
const options = [
  '--headless',
  '--remote-debugging-port=0',
  '--hide-scrollbars',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

type Answer = { id?: number; result?: Record<string, unknown>; error?: { message: string } };

/** A running Chromium, spoken to over its own protocol. */
export class ChromiumProcess {
  readonly #child: ChildProcess;
  readonly #socket: WebSocket;
  readonly #profile: string;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;

  static async started({ program, options: more, environment }: Startable): Promise<ChromiumProcess> {
    const profile = mkdtempSync(join(tmpdir(), 'thawline-preview-'));
    const isRoot = userInfo().uid === 0;
    const all = [...options, ...more, `--user-data-dir=${profile}`, ...(isRoot ? ['--no-sandbox'] : [])];
    const child = spawn(program, all, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: environment,
    });
    try {
      const socket = new WebSocket(await addressSaidBy(child));
      await once(socket, 'open');
      return new ChromiumProcess(child, socket, profile);
    } catch (error) {
      child.kill();
      rmSync(profile, { recursive: true, force: true });
      throw error;
    }
  }

  private constructor(child: ChildProcess, socket: WebSocket, profile: string) {
    this.#child = child;
    this.#socket = socket;
    this.#profile = profile;
    socket.on('message', (data) => {
      const answer = JSON.parse(String(data)) as Answer;
      this.#waiting.get(answer.id ?? 0)?.(answer);
      this.#waiting.delete(answer.id ?? 0);
    });
  }

  /** A tab of its own, with no memory of the others. */
  async tab(look: TabLook): Promise<Tab> {
    const { browserContextId } = await this.#send('Target.createBrowserContext');
    const { targetId } = await this.#send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await this.#send('Target.attachToTarget', { targetId, flatten: true });
    const tab = new Tab((method, params) => this.#send(method, params, String(sessionId)));
    await tab.wears(look);
    return tab;
  }

  async close(): Promise<void> {
    this.#socket.close();
    const ended = once(this.#child, 'exit');
    if (this.#child.kill()) await ended;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3 });
  }

  #send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {}),
      );
      this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    });
  }
}

/**
 * Chromium's address, from its error output. The output is read until the end, because a process that nobody reads from
 * stops.
 */
function addressSaidBy(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the browser ended with ${code}: ${said.slice(-2000)}`)));
    child.stderr?.on('data', (text) => {
      said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
