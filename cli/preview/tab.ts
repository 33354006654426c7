import { setTimeout } from 'node:timers/promises';

/** What a tab looks like: its size in CSS pixels, and whether the device is dark. */
export type TabLook = { width: number; height: number; isDark: boolean; scale?: number };

/** Sends one command to the browser (Chrome DevTools Protocol). */
export type Sends = (method: string, params?: object) => Promise<Record<string, unknown>>;

const patience = 30_000;
const pause = 50;
const stillFor = 400;

/** One page of the browser, as far as a picture needs it. */
export class Tab {
  readonly #send: Sends;

  constructor(send: Sends) {
    this.#send = send;
  }

  async wears({ width, height, isDark, scale = 2 }: TabLook): Promise<void> {
    await this.#send('Page.enable');
    await this.#send('Emulation.setDeviceMetricsOverride', {
      ...{ width, height, deviceScaleFactor: scale, mobile: false },
    });
    await this.#send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
  }

  async open(url: string): Promise<void> {
    await this.#send('Page.navigate', { url });
  }

  /** What an expression comes to in the page. */
  async read(expression: string): Promise<unknown> {
    const { result } = await this.#send('Runtime.evaluate', { expression, returnByValue: true });
    return (result as { value?: unknown } | undefined)?.value;
  }

  /** Waits until an expression is true in the page. @throws where it does not become so */
  async until(expression: string): Promise<void> {
    const end = Date.now() + patience;
    while ((await this.read(expression).catch(() => false)) !== true) {
      if (Date.now() > end) throw new Error(`the page did not come to: ${expression}`);
      await setTimeout(pause);
    }
  }

  /** Waits for an element, and clicks it. */
  async click(selector: string): Promise<void> {
    const found = `document.querySelector(${JSON.stringify(selector)})`;
    await this.until(`${found} !== null`);
    await this.read(`${found}.click()`);
  }

  /** Waits for a field, writes into it, and ends with Enter. */
  async write(selector: string, text: string): Promise<void> {
    const found = `document.querySelector(${JSON.stringify(selector)})`;
    await this.until(`${found} !== null && !${found}.disabled`);
    await this.read(`${found}.focus()`);
    await this.#send('Input.insertText', { text });
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 };
    await this.#send('Input.dispatchKeyEvent', { type: 'keyDown', text: '\r', ...enter });
    await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  }

  /** A picture of the window, once nothing changes in it any more: what is in a frame of another origin cannot be asked. */
  async settledPicture(): Promise<Buffer> {
    let last = await this.picture();
    for (let looks = 0; looks < 40; looks++) {
      await setTimeout(stillFor);
      const next = await this.picture();
      if (next.equals(last)) return next;
      last = next;
    }
    return last;
  }

  /** A picture as PNG: of one element, or of the whole window. */
  async picture(selector?: string): Promise<Buffer> {
    await this.read('document.fonts.ready.then(() => true)');
    const clip = selector === undefined ? undefined : await this.#placeOf(selector);
    const { data } = await this.#send('Page.captureScreenshot', {
      ...{ format: 'png', captureBeyondViewport: clip !== undefined },
      ...(clip && { clip: { ...clip, scale: 1 } }),
    });
    return Buffer.from(String(data), 'base64');
  }

  async #placeOf(selector: string): Promise<object> {
    const place = await this.read(`(() => {
      const { x, y, width, height } = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, width, height };
    })()`);
    return place as object;
  }
}
