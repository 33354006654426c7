import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { temporaryFolder } from '../temporaryFolder.ts';
import { launchBrowser } from './launchBrowser.ts';

/** What a person without a pointer has: an address, keys, and what stands on the page. */
export type Engine = {
  open(url: string): Promise<void>;
  /** Types signs, or presses a key that has a name. */
  keys(...keys: readonly string[]): Promise<void>;
  /** What an expression comes to in the page, as JSON has it. */
  read(expression: string): Promise<unknown>;
  close(): Promise<void>;
};

/** Keys by their names (WebDriver, table of 17.4.2). */
const named: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE006',
  Space: ' ',
  Shift: '\uE008',
};

const actionsOf = (keys: readonly string[]) => [
  {
    type: 'key',
    id: 'keyboard',
    actions: keys
      .flatMap((key) => (key in named ? [named[key] ?? ''] : [...key]))
      .flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))),
  },
];
const asJson = (expression: string) => `JSON.stringify(${expression})`;
const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : undefined);

/** Every engine that there is a driver for, and why it is not looked at where that is not installed. */
export const engines: Readonly<Record<string, { lacks?: string | undefined; start: () => Promise<Engine> }>> =
  {
    Chromium: { start: startChromium },
    Firefox: {
      lacks: installed('/usr/bin/firefox-esr') ?? 'its driver was not seen to press a button yet',
      start: startFirefox,
    },
    WebKit: {
      lacks: installed('/usr/bin/WebKitWebDriver') ?? installed('/usr/bin/Xvfb'),
      start: startWebKit,
    },
  };

function installed(program: string): string | undefined {
  return existsSync(program) ? undefined : `${program} is not installed`;
}

async function startChromium(): Promise<Engine> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ locale: 'en-GB' });
  return {
    open: async (url) => void (await page.goto(url)),
    async keys(...keys) {
      for (const key of keys) await (key in named ? page.keyboard.press(key) : page.keyboard.type(key));
    },
    read: async (expression) => parsed(await page.evaluate(asJson(expression))),
    close: () => browser.close(),
  };
}

/** WebDriver BiDi, which Firefox speaks itself. */
async function startFirefox(): Promise<Engine> {
  const profile = temporaryFolder();
  // Without it a window that no screen shows is not in front, and shows no focus.
  writeFileSync(join(profile.path, 'user.js'), 'user_pref("focusmanager.testmode", true);\n');
  const arguments_ = ['--headless', '--no-remote', '--profile', profile.path, '--remote-debugging-port', '0'];
  const firefox = spawn('firefox-esr', arguments_, { stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await saidBy(firefox, /WebDriver BiDi listening on (ws:\S+)/);
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const waiting = new Map<number, (answer: { result?: unknown; message?: string }) => void>();
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const call = <Result>(method: string, params: object): Promise<Result> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, message }) =>
        result === undefined ? reject(new Error(`${method}: ${message}`)) : resolve(result as Result),
      );
      socket.send(JSON.stringify({ id, method, params }));
    });
  await call('session.new', { capabilities: {} });
  const { contexts } = await call<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
  const context = contexts[0]?.context;
  await call('browsingContext.activate', { context });
  return {
    open: (url) => call('browsingContext.navigate', { context, url, wait: 'complete' }),
    keys: (...keys) => call('input.performActions', { context, actions: actionsOf(keys) }),
    async read(expression) {
      const { result } = await call<{ result: { value?: unknown } }>('script.evaluate', {
        expression: asJson(expression),
        target: { context },
        awaitPromise: true,
      });
      return parsed(result.value);
    },
    async close() {
      socket.close();
      await ended(firefox);
      profile.remove();
    },
  };
}

/** WebKitGTK's own driver (WebDriver), on a screen that nobody sees. */
async function startWebKit(): Promise<Engine> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve) =>
    screen.stdio[3]?.once('data', (data) => resolve(String(data).trim())),
  );
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: `:${display}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: { message?: string } & object };
    if (!response.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  const session = await begun(() => call('POST', '/session', { capabilities: {} }));
  const at = (path: string) => `/session/${session}${path}`;
  return {
    open: async (url) => void (await call('POST', at('/url'), { url })),
    keys: async (...keys) => void (await call('POST', at('/actions'), { actions: actionsOf(keys) })),
    read: async (expression) =>
      parsed(await call('POST', at('/execute/sync'), { script: `return ${asJson(expression)}`, args: [] })),
    async close() {
      await call('DELETE', at(''));
      await ended(driver);
      await ended(screen);
    },
  };
}

async function begun(begins: () => Promise<unknown>): Promise<string> {
  for (let tries = 0; ; tries++)
    try {
      return ((await begins()) as { sessionId: string }).sessionId;
    } catch (error) {
      if (tries === 100) throw error;
      await setTimeout(100);
    }
}

/** The first part of what a process says. It is listened to for as long as it runs: who writes to nobody is ended. */
function saidBy(child: ChildProcess, line: RegExp): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`it ended before it was ready: ${said}`)));
    child.stderr?.on('data', (data) => {
      said += data;
      const found = line.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await exit;
}
