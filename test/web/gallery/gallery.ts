import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { axeFindings, overflow } from '../../browser/chatPage.ts';
import { galleryIndex } from './galleryIndex.ts';

/** One way in which a state is looked at. */
export type Look = { locale: string; width: number; height: number; colorScheme: 'light' | 'dark' };

const windows = [
  { width: 360, height: 740 },
  { width: 768, height: 900 },
  { width: 1280, height: 800 },
];
const locales = ['en-GB', 'zh-CN', 'zh-TW'];

/** Three languages, three widths, light and dark. */
export const looks: readonly Look[] = locales.flatMap((locale) =>
  windows.flatMap((window) =>
    (['light', 'dark'] as const).map((colorScheme) => ({ locale, ...window, colorScheme })),
  ),
);

export const nameOf = ({ locale, width, colorScheme }: Look) => `${locale}-${width}-${colorScheme}`;

/** `npm run pictures` names it: pictures go there, and the hashes are written anew. */
const folder = process.env.GALLERY_DIR;

/** All states of one surface: each is accessible in every look, and is drawn as its hash says. */
export class Gallery {
  readonly #surface: string;
  readonly #drawn = new Map<string, string[]>();

  constructor(surface: string) {
    this.#surface = surface;
    if (folder) mkdirSync(folder, { recursive: true });
  }

  /** Looks at the state that a page is in. */
  async shows(page: Page, state: string, look: Look): Promise<void> {
    // What is under the pointer may look otherwise.
    await page.mouse.move(0, 0);
    const drawn = this.#drawn.get(state) ?? [];
    this.#drawn.set(state, drawn);
    const inFrames = await Promise.all(page.frames().map((frame) => frame.evaluate(whatIsDrawn)));
    drawn.push(`${nameOf(look)}\n${inFrames.join('\n')}`);
    // Elsewhere only words differ.
    if (folder || look.locale === locales[0])
      assert.deepEqual(await axeFindings(page), [], `${state}, ${nameOf(look)}`);
    assert.ok((await overflow(page)) <= 0, `${state}, ${nameOf(look)} scrolls sideways`);
    assert.deepEqual(await page.evaluate(cutButtons), [], `${state}, ${nameOf(look)}: cut`);
    if (!folder) return;
    const file = `${this.#surface}-${state}-${nameOf(look)}.png`.replaceAll(' ', '_');
    await page.screenshot({ path: join(folder, file), caret: 'hide' });
  }

  /** Compares all that was seen with the committed hashes; or writes these, beside the pictures. */
  ends(): void {
    const seen = Object.fromEntries([...this.#drawn].map(([state, drawn]) => [state, hashOf(drawn)]));
    const file = fileURLToPath(new URL(`./hashes/${this.#surface}.json`, import.meta.url));
    if (folder) {
      writeFileSync(file, `${JSON.stringify(seen, null, 2)}\n`);
      const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));
      writeFileSync(join(folder, 'index.html'), galleryIndex(pictures.toSorted()));
      return;
    }
    const committed: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    assert.deepEqual(
      seen,
      committed,
      'a state is drawn otherwise than before: run `npm run pictures`, look at it in pictures/index.html, and commit the hashes',
    );
  }
}

const hashOf = (drawn: readonly string[]) =>
  createHash('sha256').update(drawn.join('\n\n')).digest('hex').slice(0, 16);

/** Buttons of which something is outside of the window's sides, or of whose words something does not show. A table scrolls by itself. */
const cutButtons = `[...document.querySelectorAll('button, .button, .submit, select')]
  .filter((one) => one.closest('.scrolls') === null)
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .filter((one) => {
    const { left, right } = one.getBoundingClientRect();
    return left < 0 || right > innerWidth + 0.5 || (one.localName !== 'select' && one.scrollWidth > one.clientWidth + 1);
  })
  .map((one) => one.outerHTML.slice(0, 160))`;

/**
 * What a page draws, in words: each visible element with its text and its computed style. No place and no size that follows
 * from fonts, so that it is the same on every machine; and no id, which follows from the order of drawing.
 */
const whatIsDrawn = `(() => {
  const styles = ['display', 'color', 'backgroundColor', 'fontSize', 'fontWeight', 'textDecorationLine', 'outlineStyle',
    'borderTopStyle', 'borderTopWidth', 'borderTopColor', 'borderTopLeftRadius', 'minHeight', 'paddingTop', 'marginTop'];
  const lines = [];
  const look = (one) => {
    if (['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'].includes(one.tagName)) return;
    // What is told to a screen reader goes again after some seconds.
    if (!one.checkVisibility({ visibilityProperty: true }) || one.hasAttribute('aria-live')) return;
    const style = getComputedStyle(one);
    // On paper each message has its time.
    const words = one.matches('.message__time') ? [] : [...one.childNodes];
    const text = words.filter(({ nodeType }) => nodeType === 3).map(({ data }) => data.trim()).join(' ')
      // Left to chance: numbers of cases, references of cards, what waits for a second person, customers, and ports.
      .replace(/\\b[A-Z]-\\d{4}\\b/g, 'A-0000').replace(/\\bcard_[\\w-]+/g, 'card_').replace(/\\b[A-Z\\d]{6}\\b/g, 'AAAAAA')
      .replace(/\\b[\\da-f]{8}-[\\da-f-]{27}\\b|127\\.0\\.0\\.1:\\d+/g, '…');
    const said = ['aria-label', 'placeholder', 'role', 'alt', 'title'].map((name) => one.getAttribute(name) ?? '');
    lines.push([one.localName, text, ...said, ...styles.map((name) => style[name])].join('|'));
    if (one.localName === 'svg') return;
    for (const child of [...(one.shadowRoot?.children ?? []), ...one.children]) look(child);
  };
  look(document.body);
  return lines.join('\\n');
})()`;
