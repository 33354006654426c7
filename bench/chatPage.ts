/** When the chat page can be used on a telephone with a slow line: `npm run bench -- chatPage`. */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ChatService } from '../test/browser/chatService.ts';
import { launchBrowser } from '../test/browser/launchBrowser.ts';
import { table, withRange } from './turns/figures.ts';

const { values } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '5' }, cpu: { type: 'string', default: '4' } },
});

/** Lighthouse's Slow 4G: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const slow4G = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };
const telephone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** Marks what a customer waits for, in the page's own time. */
const marking = `new MutationObserver(() => {
  const mark = (name, is) => is && performance.getEntriesByName(name).length === 0 && performance.mark(name);
  const box = document.querySelector('textarea');
  mark('usable', document.querySelector('[data-message-id]') && box && !box.disabled && !box.readOnly);
  mark('form', document.querySelector('.secure-form__input'));
}).observe(document, { childList: true, subtree: true, attributes: true });
addEventListener('keydown', ({ key }) => key === 'Enter' && performance.mark('asked'), true);`;

type Visit = { usable: number; form: number; bytes: number };

async function visit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await session.send('Network.emulateNetworkConditions', slow4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(values.cpu) });
  await page.addInitScript(marking);
  await page.goto(url, { waitUntil: 'commit' });
  const usable = await marked(page, 'usable');
  const loaded = bytes;
  const box = page.locator('textarea').first();
  await box.fill('password');
  await box.press('Enter');
  const form = await marked(page, 'form');
  const asked = await marked(page, 'asked');
  await page.close();
  return { usable, form: form - asked, bytes: loaded };
}

function marked(page: Page, name: string): Promise<number> {
  return page.evaluate(`(async () => {
    for (;;) {
      const [entry] = performance.getEntriesByName(${JSON.stringify(name)});
      if (entry) return entry.startTime;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })()`);
}

/** Two visits of one browser: the second finds in its cache what the first has loaded. */
async function visits(browser: Browser, url: string): Promise<[Visit, Visit]> {
  const context = await browser.newContext({ ...telephone, locale: 'en-GB' });
  context.setDefaultTimeout(120_000);
  const both: [Visit, Visit] = [await visit(context, url), await visit(context, url)];
  await context.close();
  return both;
}

/** What this machine's figures are to be compared by: milliseconds for the same work everywhere, without a browser. */
function machine(): string {
  const begun = performance.now();
  let sum = 1;
  for (let step = 0; step < 200_000_000; step++) sum = Math.imul(sum ^ step, 0x9e3779b1);
  const work = Math.round(performance.now() - begun);
  const [core] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  return `${cpus().length} cores of ${core?.model}, load ${load}; 200 million steps in ${work} ms (${sum & 1})`;
}

const before = machine();
const [browser, service] = await Promise.all([launchBrowser(), ChatService.open()]);
const rounds: [Visit, Visit][] = [];
for (let round = 0; round < Number(values.rounds); round++) rounds.push(await visits(browser, service.url));
await browser.close();
await service.close();
const rows = (['first visit', 'second visit'] as const).map((name, place) => {
  const all = rounds.map((round) => round[place]).filter((one) => one !== undefined);
  const range = (what: keyof Visit) =>
    withRange(
      all.map((one) => one[what]),
      0,
    );
  return [name, range('usable'), range('form'), range('bytes')];
});
process.stdout.write(
  `\n${before}\n${machine()}\n\n${table(['', 'ms until usable', 'ms from asking to the form', 'bytes'], rows)}`,
);
