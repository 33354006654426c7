import type { Page } from 'playwright-core';
import { tracesIn } from '../traces.ts';

type Recorded = { actions: string[]; violations: string[] };

/** Everything that a page says, sends, gets and keeps, so that a test can search it for what must be nowhere. */
export class Witness {
  readonly consoleErrors: string[] = [];
  readonly pageErrors: string[] = [];
  readonly requests: { method: string; url: string; body: string }[] = [];
  readonly #console: string[] = [];
  readonly #responses: string[] = [];
  readonly #frames: string[] = [];
  readonly #reading = new Set<Promise<void>>();
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Must begin before the page is opened. */
  static async of(page: Page): Promise<Witness> {
    const witness = new Witness(page);
    await page.addInitScript(recordActions);
    page.on('console', (message) => {
      witness.#console.push(message.text());
      if (['error', 'warning'].includes(message.type())) witness.consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => witness.pageErrors.push(String(error.stack)));
    page.on('request', (request) => {
      witness.requests.push({ method: request.method(), url: request.url(), body: request.postData() ?? '' });
    });
    page.on('response', (response) => {
      if (new URL(response.url()).pathname.startsWith('/assets/')) return;
      const reading = response
        .text()
        .then((body) => void witness.#responses.push(body))
        // A redirect or an answer to a page that is gone has no body.
        .catch(() => {});
      witness.#reading.add(reading);
    });
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => witness.#frames.push(String(payload)));
      socket.on('framereceived', ({ payload }) => witness.#frames.push(String(payload)));
    });
    return witness;
  }

  /** What the content security policy refused. */
  async violations(): Promise<string[]> {
    return (await this.#recorded()).violations;
  }

  /** Errors and warnings of the page and its console, and what its policy refused: none, in a good test. */
  async complaints(): Promise<string[]> {
    return [...this.consoleErrors, ...this.pageErrors, ...(await this.violations())];
  }

  /** Where a secret shows, in whatever form; nowhere, in a good test. */
  async tracesOf(secret: string): Promise<string[]> {
    const places = Object.entries(await this.#everything());
    return places.filter(([, text]) => tracesIn(text, [secret]).length > 0).map(([place]) => place);
  }

  async #everything(): Promise<Record<string, string>> {
    await Promise.all(this.#reading);
    const kept = await this.#page.evaluate(keptByThePage);
    return {
      requests: JSON.stringify(this.requests),
      responses: this.#responses.join('\n'),
      frames: this.#frames.join('\n'),
      console: [...this.#console, ...this.pageErrors].join('\n'),
      actions: (await this.#recorded()).actions.join('\n'),
      ...kept,
    };
  }

  #recorded(): Promise<Recorded> {
    return this.#page.evaluate(() => (globalThis as unknown as { witnessed: Recorded }).witnessed);
  }
}

// What follows runs in the browser; this file is checked without its types.
declare const window: {
  witnessed: Recorded;
  witnessedState: () => string;
  sessionStorage: object;
  localStorage: object;
  location: { href: string };
  history: { state: unknown };
};
declare const document: {
  querySelector(selector: string): object | null;
  querySelectorAll(selector: string): Iterable<{ value: string }>;
  documentElement: { outerHTML: string };
  cookie: string;
};
declare const Node: new () => object;
declare const MutationObserver: new (
  changed: () => void,
) => { observe(root: unknown, what: { childList: true; subtree: true }): void };
declare const indexedDB: { databases?(): Promise<unknown[]> };
declare function addEventListener(
  type: 'securitypolicyviolation',
  listener: (event: { violatedDirective: string; blockedURI: string }) => void,
): void;

/** Keeps every text that the page's components have held at any time: props, state, and what hooks remember. */
function recordActions(): void {
  const recorded: Recorded = { actions: [], violations: [] };
  window.witnessed = recorded;
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    recorded.violations.push(`${violatedDirective} ${blockedURI}`),
  );
  const held = () => {
    const texts = new Set<string>();
    const seen = new Set<unknown>();
    const look = (value: unknown): void => {
      if (typeof value === 'string') texts.add(value);
      if (typeof value !== 'object' || value === null || value instanceof Node || seen.has(value)) return;
      seen.add(value);
      for (const inner of value instanceof Map || value instanceof Set
        ? value.values()
        : Object.values(value))
        look(inner);
    };
    // What the page's library keeps at the element into which it draws.
    for (const [key, kept] of Object.entries(document.querySelector('#page') ?? {}))
      if (key.startsWith('__')) look(kept);
    return [...texts];
  };
  window.witnessedState = () => held().join('\n');
  const ever = new Set<string>();
  new MutationObserver(() => {
    for (const text of held())
      if (!ever.has(text)) {
        ever.add(text);
        recorded.actions.push(text);
      }
  }).observe(document, { childList: true, subtree: true });
}

async function keptByThePage(): Promise<Record<string, string>> {
  const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
  return {
    page: document.documentElement.outerHTML,
    fields: fields.join('\n'),
    state: window.witnessedState(),
    sessionStorage: JSON.stringify({ ...window.sessionStorage }),
    localStorage: JSON.stringify({ ...window.localStorage }),
    cookies: document.cookie,
    address: window.location.href + JSON.stringify(window.history.state),
    databases: JSON.stringify((await indexedDB.databases?.()) ?? []),
  };
}
