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

type WebChat = { createStore?: (state: object, ...middleware: unknown[]) => { getState(): unknown } };

// What follows runs in the browser; this file is checked without its types.
declare const window: {
  witnessed: Recorded;
  witnessedState?: () => string;
  sessionStorage: object;
  localStorage: object;
  location: { href: string };
  history: { state: unknown };
};
declare const document: {
  querySelectorAll(selector: string): Iterable<{ value: string }>;
  documentElement: { outerHTML: string };
  cookie: string;
};
declare const indexedDB: { databases?(): Promise<unknown[]> };
declare function addEventListener(
  type: 'securitypolicyviolation',
  listener: (event: { violatedDirective: string; blockedURI: string }) => void,
): void;

/** Puts a middleware of its own in front of Web Chat's store, and keeps the store for a look at its state. */
function recordActions(): void {
  const recorded: Recorded = { actions: [], violations: [] };
  window.witnessed = recorded;
  const text = (value: unknown) => {
    try {
      return JSON.stringify(value, (key, part) => (/directline/i.test(key) ? undefined : part));
    } catch {
      return String(value);
    }
  };
  const record = () => (next: (action: unknown) => unknown) => (action: unknown) => {
    recorded.actions.push(text(action));
    return next(action);
  };
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    recorded.violations.push(`${violatedDirective} ${blockedURI}`),
  );
  let webChat: WebChat | undefined;
  Object.defineProperty(window, 'WebChat', {
    configurable: true,
    get: () => webChat,
    set(value: WebChat) {
      const { createStore } = value;
      webChat = createStore && {
        ...value,
        createStore: (state, ...middleware) => {
          const store = createStore(state, record, ...middleware);
          window.witnessedState = () => text(store.getState());
          return store;
        },
      };
      webChat ??= value;
    },
  });
}

async function keptByThePage(): Promise<Record<string, string>> {
  const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
  return {
    page: document.documentElement.outerHTML,
    fields: fields.join('\n'),
    state: window.witnessedState?.() ?? '',
    sessionStorage: JSON.stringify({ ...window.sessionStorage }),
    localStorage: JSON.stringify({ ...window.localStorage }),
    cookies: document.cookie,
    address: window.location.href + JSON.stringify(window.history.state),
    databases: JSON.stringify((await indexedDB.databases?.()) ?? []),
  };
}
