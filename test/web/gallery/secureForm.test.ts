import type { Browser, Page } from 'playwright-core';
import { allSurfaces } from '../../../bot/openBrand.ts';
import { readBrand } from '../../../brand/brandFile.ts';
import { nearestLanguage } from '../../../kit/nearestLanguage.ts';
import { harbour } from '../../brand/harbour.ts';
import { launchBrowser } from '../../browser/launchBrowser.ts';
import { FormService } from '../../services/secureForm/formService.ts';
import { zhengKai } from '../../services/testBank.ts';
import { Gallery, type Look, looks, nameOf } from './gallery.ts';

describe('every state of the secure form of a link', function () {
  this.timeout(180_000);
  const gallery = new Gallery('secure-form');
  const brand = readBrand(harbour, allSurfaces);
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

  async function opens({ locale, width, height, colorScheme }: Look): Promise<Page> {
    const context = await browser.newContext({
      ...{ locale, viewport: { width, height }, colorScheme, reducedMotion: 'reduce' },
      timezoneId: 'Asia/Shanghai',
    });
    context.setDefaultTimeout(20_000);
    return context.newPage();
  }

  for (const look of looks)
    it(`is accessible in ${nameOf(look)}`, async () => {
      service = await FormService.open(brand);
      page = await opens(look);
      const shows = async (state: string) => page && gallery.shows(page, state, look);
      const { token } = await service.link(zhengKai.number);
      await page.goto(`${service.url}/s/${token}?language=${nearestLanguage(look.locale)}`);
      await page.locator('#identityDocument').waitFor();
      await shows('form');
      await page.locator('#identityDocument').fill('12345');
      await page.keyboard.press('Enter');
      await page.locator('.problem:not(:empty)').first().waitFor();
      await shows('what is wrong');
      await page.locator('#identityDocument').fill(zhengKai.identityDocument);
      await page.locator('#transactionPassword').fill('000000');
      await page.keyboard.press('Enter');
      await page.locator('.status.trouble:not(:empty)').waitFor();
      await shows('refused');
      await page.locator('#identityDocument').fill(zhengKai.identityDocument);
      await page.locator('#transactionPassword').fill(zhengKai.transactionPassword);
      await page.keyboard.press('Enter');
      await page.locator('p.outcome').waitFor();
      await shows('unfrozen');
      await page.reload();
      await page.locator('p.outcome').waitFor();
      await shows('gone');
      await page.goto(`${service.url}/s`);
      await page.locator('#code').waitFor();
      await shows('code');
      await page.locator('#code').fill('1');
      await page.keyboard.press('Enter');
      await page.locator('#code-problem:not(:empty)').waitFor();
      await shows('a wrong code');
    });

  it('is drawn as its hash says', () => gallery.ends());
});
