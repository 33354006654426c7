import type { Browser, Page } from 'playwright-core';
import { allSurfaces } from '../../../bot/openBrand.ts';
import { readBrand } from '../../../brand/brandFile.ts';
import { nearestLanguage } from '../../../kit/nearestLanguage.ts';
import { seconds } from '../../../kit/time.ts';
import { harbour } from '../../brand/harbour.ts';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { textForms } from '../../services/profiles/forms.ts';
import { FormService } from '../../services/secureForm/formService.ts';
import { liNa, wangWei, zhengKai } from '../../services/testBank.ts';
import { Gallery, type Look, looks, nameOf } from './gallery.ts';

const brand = readBrand(harbour, allSurfaces);

/** Whose texts hold an address, where none may, and where a consent is asked for too. */
const banks = {
  'secure-form': undefined,
  'code-page': textForms({ bank: 'hk', countries: new Map() }),
  consent: textForms({ bank: 'cn', countries: new Map() }),
};

for (const surface of ['secure-form', 'code-page', 'consent'] as const)
  describe(`every state of the ${surface}`, function () {
    this.timeout(180_000);
    const gallery = new Gallery(surface);
    let browser: Browser;
    let service: FormService | undefined;
    let page: Page | undefined;
    before(async () => {
      browser = await launchBrowser();
    });
    afterEach(async () => {
      await page?.context().close();
      await service?.close();
      service = undefined;
    });
    after(() => browser.close());

    for (const look of looks)
      it(`is accessible in ${nameOf(look)}`, async () => {
        service = await FormService.open(brand, banks[surface]);
        page = await opens(browser, look);
        const seen = page;
        const shows = (state: string) => gallery.shows(seen, state, look);
        await states[surface](service, seen, { language: nearestLanguage(look.locale), shows });
      });

    it('is drawn as its hash says', () => gallery.ends());
  });

async function opens(browser: Browser, { locale, width, height, colorScheme }: Look): Promise<Page> {
  const context = await browser.newContext({
    ...{ locale, viewport: { width, height }, colorScheme, reducedMotion: 'reduce' },
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.clock.install();
  return page;
}

type Seen = { language: string; shows: (state: string) => Promise<void> };

async function gives(page: Page, customer: { identityDocument: string }, password: string): Promise<void> {
  await page.locator('#identityDocument').fill(customer.identityDocument);
  await page.locator('#transactionPassword').fill(password);
  await page.keyboard.press('Enter');
}

const states = {
  'secure-form': async (service: FormService, page: Page, { language, shows }: Seen) => {
    const goes = async ({ token }: { token: string }) => {
      await page.goto(`${service.url}/s/${token}?language=${language}`);
      await page.locator('#identityDocument').waitFor();
    };
    const trouble = page.locator('.status.trouble:not(:empty)');
    await goes(await service.link(zhengKai.number));
    await shows('form');
    await page.locator('.field button').first().click();
    await shows('what is typed shows');
    await page.locator('#identityDocument').fill('12345');
    await page.keyboard.press('Enter');
    await page.locator('.problem:not(:empty)').first().waitFor();
    await shows('what is wrong');
    await gives(page, zhengKai, '000000');
    await trouble.waitFor();
    await shows('refused');
    await page.route('**/s/information', (route) => route.abort());
    await gives(page, zhengKai, '000001');
    await page.locator('.submit[aria-disabled="false"]').waitFor();
    await shows('not sent');
    await page.unroute('**/s/information');
    await page.locator('.submit').click();
    await trouble.waitFor();
    await gives(page, zhengKai, zhengKai.transactionPassword);
    await page.locator('.status:not(.trouble):not(:empty)').waitFor();
    await shows('too soon');
    service.bank.passes(10 * seconds);
    await page.clock.fastForward(10 * seconds);
    await page.locator('p.outcome').waitFor();
    await shows('unfrozen');
    await page.reload();
    await page.locator('p.outcome').waitFor();
    await shows('gone');
    await goes(await service.link(liNa.number));
    for (const [wrong, wait] of [
      ['000000', 0],
      ['000001', 0],
      ['000002', 10],
    ] as const) {
      await gives(page, liNa, wrong);
      if (wait === 0) await trouble.waitFor();
      else await page.locator('.status:not(.trouble):not(:empty)').waitFor();
      service.bank.passes(wait * seconds);
      await page.clock.fastForward(wait * seconds);
    }
    await page.locator('p.outcome').waitFor();
    await shows('locked');
    await goes(await service.link(wangWei.number));
    await page.locator('.not-me').click();
    await page.locator('p.outcome').waitFor();
    await shows('not me');
    await page.route('**/s/view', (route) => route.abort());
    await page.reload();
    await page.locator('p.outcome').waitFor();
    await shows('no answer');
  },

  'code-page': async (service: FormService, page: Page, { language, shows }: Seen) => {
    const enters = async (typed: string) => {
      await page.locator('#code').fill(typed);
      await page.keyboard.press('Enter');
    };
    const outcome = page.locator('p.outcome');
    const goes = async (path = '/s', hash = '') => {
      // Where only what follows the # is another, nothing is loaded.
      await page.goto('about:blank');
      await page.goto(`${service.url}${path}?language=${language}${hash}`);
      await page.locator('#code:focus').waitFor();
    };
    const { code } = await service.code(liNa.number);
    await goes();
    await shows('code');
    await enters('1');
    await page.locator('#code-problem:not(:empty)').waitFor();
    await shows('a wrong code');
    await enters(code);
    await page.locator('#identityDocument').waitFor();
    await shows('form');
    await gives(page, liNa, liNa.transactionPassword);
    await page.locator('#page[data-outcome="unfrozen"]').waitFor();
    await shows('unfrozen');
    const here = new URL((await service.codeHere(wangWei.number)).page, service.url);
    await goes(here.pathname, here.hash);
    await shows('code of this browser');
    const notice = await service.notice();
    await enters(notice);
    await page.locator('.danger').waitFor();
    await shows('a notice');
    await page.locator('.it-was-me').click();
    await outcome.waitFor();
    await shows('it was me');
    await page.reload();
    await enters(notice);
    await page.locator('.danger').click();
    await page.locator('.danger').waitFor({ state: 'detached' });
    await shows('frozen again');
  },

  consent: async (service: FormService, page: Page, { language, shows }: Seen) => {
    await page.goto(`${service.url}/s?language=${language}`);
    await page.locator('#code').fill((await service.code(liNa.number)).code);
    await page.keyboard.press('Enter');
    await page.locator('.consent').waitFor();
    await shows('a consent');
    await page.locator('.it-was-me').click();
    await page.locator('.consent').waitFor({ state: 'detached' });
    await shows('no consent');
  },
};
