import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
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
