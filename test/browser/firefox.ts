import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { fontsConfiguration } from '../../build/browser/fonts.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import type { Engine } from './engines.ts';
import { asJson, broughtIntoView, ended, parsed, pressing, typing } from './webDriver.ts';

export const firefoxProgram = '/usr/bin/firefox-esr';

/** No errand of Firefox's own on the network, and British English as in the other engines. */
const preferences = [
  ['intl.accept_languages', 'en-GB'],
  ['browser.aboutwelcome.enabled', false],
  ['datareporting.policy.dataSubmissionEnabled', false],
  ['app.update.disabledForTesting', true],
  ['network.captive-portal-service.enabled', false],
  ['network.connectivity-service.enabled', false],
] as const;

type Node = { sharedId: string };
type Evaluated = { result: { value?: unknown; sharedId?: string } };

/** Firefox by WebDriver BiDi, which it speaks itself. */
export async function startFirefox(): Promise<Engine> {
  const profile = temporaryFolder();
  const written = preferences.map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile.path, 'user.js'), written.join(''));
  const options = ['--headless', '--no-remote', '--profile', profile.path, '--remote-debugging-port', '0'];
  const firefox = spawn(firefoxProgram, options, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile.path, FONTCONFIG_FILE: fontsConfiguration() },
  });
  const driver = await Driver.at(`${await addressSaidBy(firefox)}/session`);
  await driver.call('session.new', { capabilities: {} });
  // The tab that Firefox opens with has its address bar in focus, and no key presses a button there.
  const { context: tab } = await driver.call<{ context: string }>('browsingContext.create', { type: 'tab' });
  let context = tab;
  const evaluated = async (expression: string) => {
    const target = { context };
    return (await driver.call<Evaluated>('script.evaluate', { expression, target, awaitPromise: true }))
      .result;
  };
  const found = async (expression: string): Promise<Node> => {
    const { sharedId } = await evaluated(expression);
    if (sharedId === undefined) throw new Error(`${expression} finds nothing`);
    return { sharedId };
  };
  return {
    async open(url) {
      context = tab;
      await driver.call('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    keys: (...keys) => driver.call('input.performActions', { context, actions: typing(keys) }),
    async press(expression) {
      const element = await found(broughtIntoView(expression));
      const actions = pressing({ type: 'element', element });
      await driver.call('input.performActions', { context, actions });
    },
    read: async (expression) => parsed((await evaluated(asJson(expression))).value),
    async enter(expression) {
      const called = await driver.call<{ result: { value: { context: string } } }>('script.callFunction', {
        functionDeclaration: '(frame) => frame.contentWindow',
        arguments: [await found(expression)],
        target: { context },
        awaitPromise: false,
      });
      context = called.result.value.context;
    },
    async close() {
      driver.close();
      await ended(firefox);
      profile.remove();
    },
  };
}

type Answer = { id: number; result?: unknown; message?: string };

/** Commands and their answers over one socket (WebDriver BiDi, 3). */
class Driver {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;

  static async at(address: string): Promise<Driver> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return new Driver(socket);
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      const answer = JSON.parse(String(data)) as Answer;
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
  }

  call<Result = void>(method: string, params: object): Promise<Result> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, ({ result, message }) =>
        result === undefined ? reject(new Error(`${method}: ${message}`)) : resolve(result as Result),
      );
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  close(): void {
    this.#socket.close();
  }
}

/**
 * Firefox's address, from its output. The output is read until the end, because a process that nobody reads from stops.
 */
function addressSaidBy(firefox: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    firefox.once('exit', () => reject(new Error(`it ended before it was ready: ${said}`)));
    firefox.stderr?.on('data', (text) => {
      said += text;
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
