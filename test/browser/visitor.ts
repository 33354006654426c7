import assert from 'node:assert/strict';
import { patient } from '../runs/pace.ts';
import type { Engine } from './engines.ts';

/** Longer than a busy machine takes; conditions end the waiting. */
const patience = patient(30_000);

/** Somebody who uses a page through an engine's driver, in any engine alike. */
export class Visitor {
  readonly engine: Engine;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** Waits until an expression comes true in the page. */
  async until(expression: string): Promise<void> {
    const end = Date.now() + patience;
    // While a page goes to another there is nothing to be read.
    while (Date.now() < end) if (await this.engine.read(expression).catch(() => false)) return;
    throw new Error(`${expression} did not come true: ${await this.engine.read('document.body.innerText')}`);
  }

  /** Waits until the bot has said the sentence with this id. */
  hears(messageId: string): Promise<void> {
    return this.until(`!!document.querySelector('[data-message-id="${messageId}"]')`);
  }

  /** Waits for an element, and presses it. */
  async presses(selector: string, within = 'document'): Promise<void> {
    const found = `${within}.querySelector(${JSON.stringify(selector)})`;
    await this.until(`!!${found}`);
    await this.engine.press(found);
  }

  /** Writes into a field, which it presses until it has the focus: it may still move as the page makes room for it. */
  async writes(selector: string, ...keys: readonly string[]): Promise<void> {
    const isFocused = `document.activeElement === document.querySelector(${JSON.stringify(selector)})`;
    const end = Date.now() + patience;
    do await this.presses(selector);
    while (!(await this.engine.read(isFocused)) && Date.now() < end);
    await this.engine.keys(...keys);
  }

  /** Presses a key until the focus is on what has this name, and can be seen to have it. */
  async tabsTo(label: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const focused = `(() => {
      const one = document.activeElement;
      return [one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? one.textContent, document.hasFocus() ? getComputedStyle(one).outlineStyle : 'in no window'];
    })()`;
    const met: unknown[] = [];
    for (let presses = 0; presses < 40; presses++) {
      const [reached, outline] = ((await this.engine.read(focused)) ?? ['', '']) as [string, string];
      met.push(reached);
      if (reached === label) return assert.notEqual(outline, 'none', `${label} shows no focus`);
      await this.engine.keys(key);
    }
    assert.fail(`the keyboard does not come to ${label}, but to ${met.join(' | ')}`);
  }
}

/** What is said where an engine is not installed: a test that is skipped would fail the run. */
export function saysWhatIsLacking(name: string, lacks: string): void {
  process.stderr.write(`${name} is not looked at: ${lacks}\n`);
}
