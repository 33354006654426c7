import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Startable } from '../../build/browser/packedChromium.ts';
import type { Language } from '../../kit/language.ts';
import { BanksPage } from './banksPage.ts';
import { ChromiumProcess } from './chromiumProcess.ts';
import { pictures } from './pictures.ts';
import { PreviewedService } from './service.ts';
import { type Drawn, sheetOf } from './sheet.ts';

type Options = {
  brandFile: string;
  folder: string;
  title: string;
  language: Language;
  chromium: Startable;
  /** Hears of each picture before it is drawn on the sheet. */
  progress: (surface: string) => void;
};

/**
 * Draws every surface in the brand of a file, each in light and in dark, into a folder: `sheet.html`, and `sheet.png`, which
 * is the same as one picture.
 */
export async function drawPreview(options: Options): Promise<{ sheet: string; pictures: number }> {
  const { folder, language, title, progress } = options;
  mkdirSync(folder, { recursive: true });
  const banksPage = await BanksPage.served();
  try {
    const service = await PreviewedService.started(
      options.brandFile,
      banksPage.origin,
      options.chromium.environment,
    );
    try {
      const browser = await ChromiumProcess.started(options.chromium);
      try {
        const drawn: Drawn[] = [];
        for await (const { surface, scheme, png } of pictures({ browser, service, banksPage, language })) {
          const file = `${surface.replaceAll(/\W+/g, '-')}-${scheme}.png`;
          writeFileSync(join(folder, file), png);
          drawn.push({ surface, scheme, file });
          progress(`${surface}, ${scheme}`);
        }
        const sheet = join(folder, 'sheet.html');
        writeFileSync(sheet, sheetOf(title, drawn));
        const tab = await browser.tab({ width: 1800, height: 900, isDark: false, scale: 1 });
        await tab.open(pathToFileURL(sheet).href);
        await tab.until(
          `document.readyState === 'complete' && [...document.images].every((one) => one.complete)`,
        );
        writeFileSync(join(folder, 'sheet.png'), await tab.picture('html'));
        return { sheet, pictures: drawn.length };
      } finally {
        await browser.close();
      }
    } finally {
      await service.close();
    }
  } finally {
    banksPage.close();
  }
}
