import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fontsConfiguration } from '../../build/browser/fonts.ts';
import type { Engine } from './engines.ts';
import { asJson, broughtIntoView, elementKey, ended, parsed, pressing, typing } from './webDriver.ts';

export const webKitPrograms = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];

/** WebKitGTK's own driver (WebDriver), on a screen that nobody sees. */
export async function startWebKit(): Promise<Engine> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise<string>((resolve) =>
    screen.stdio[3]?.once('data', (data) => resolve(String(data).trim())),
  );
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      FONTCONFIG_FILE: fontsConfiguration(),
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
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
  const evaluated = (expression: string) =>
    call('POST', at('/execute/sync'), { script: `return ${expression}`, args: [] });
  const found = async (expression: string): Promise<object> => {
    const element = await evaluated(expression);
    if (typeof element !== 'object' || element === null || !(elementKey in element))
      throw new Error(`${expression} finds nothing`);
    return element;
  };
  const acts = async (actions: object[]) => void (await call('POST', at('/actions'), { actions }));
  return {
    async open(url) {
      await call('POST', at('/frame'), { id: null });
      await call('POST', at('/url'), { url });
    },
    keys: (...keys) => acts(typing(keys)),
    press: async (expression) => acts(pressing(await found(broughtIntoView(expression)))),
    read: async (expression) => parsed(await evaluated(asJson(expression))),
    enter: async (expression) => void (await call('POST', at('/frame'), { id: await found(expression) })),
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
