import { existsSync } from 'node:fs';
import { firefoxProgram, startFirefox } from './firefox.ts';
import { launchBrowser } from './launchBrowser.ts';
import { asJson, named, parsed } from './webDriver.ts';
import { startWebKit, webKitPrograms } from './webKit.ts';

/** What a person has: an address, keys, something to point with, and what stands on the page. */
export type Engine = {
  open(url: string): Promise<void>;
  /** Types signs, or presses a key that has a name. */
  keys(...keys: readonly string[]): Promise<void>;
  /** Presses the middle of the element that an expression finds. */
  press(expression: string): Promise<void>;
  /** What an expression comes to in the page, as JSON has it. */
  read(expression: string): Promise<unknown>;
  /** Enters a frame, in which everything is read and typed from then on. */
  enter(expression: string): Promise<void>;
  close(): Promise<void>;
};

/** Every engine that there is a driver for, and why it is not looked at where that is not installed. */
export const engines: Readonly<Record<string, { lacks?: string | undefined; start: () => Promise<Engine> }>> =
  {
    Chromium: { start: startChromium },
    Firefox: { lacks: lacking([firefoxProgram]), start: startFirefox },
    WebKit: { lacks: lacking(webKitPrograms), start: startWebKit },
  };

function lacking(programs: readonly string[]): string | undefined {
  const missing = programs.filter((program) => !existsSync(program));
  return missing.length > 0 ? `${missing.join(' and ')}: not installed` : undefined;
}

async function startChromium(): Promise<Engine> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ locale: 'en-GB' });
  let frame = page.mainFrame();
  return {
    open: async (url) => {
      await page.goto(url);
      frame = page.mainFrame();
    },
    async keys(...keys) {
      for (const key of keys)
        await (key in named || key.startsWith('Shift+') ? page.keyboard.press(key) : page.keyboard.type(key));
    },
    press: async (expression) => {
      const found = (await frame.evaluateHandle(expression)).asElement();
      await found?.click();
    },
    read: async (expression) => parsed(await frame.evaluate(asJson(expression))),
    enter: async (expression) => {
      const found = await (await frame.evaluateHandle(expression)).asElement()?.contentFrame();
      if (!found) throw new Error(`${expression} is no frame`);
      frame = found;
    },
    close: () => browser.close(),
  };
}
