import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { allSurfaces } from '../bot/openBrand.ts';
import { readBrand } from '../brand/brandFile.ts';
import { command } from '../kit/command.ts';
import { type Language, languages } from '../kit/language.ts';
import { findChromium } from './preview/chromium.ts';
import { drawPreview } from './preview/preview.ts';
import type { Surroundings } from './surroundings.ts';

/** `thawline brand`: checks a brand file as a start would, without starting, and shows what customers see of it. */
export function brandCommand({
  terminal,
  environment,
}: Pick<Surroundings, 'terminal' | 'environment'>): Command {
  const brand = command('brand', terminal).description(
    'check the file that BRAND_FILE names, and look at it',
  );
  brand.addCommand(
    command('check', terminal)
      .description('check a brand file, and print what it changes')
      .argument('FILE', 'the brand file')
      .allowExcessArguments(false)
      .action((file: string) => {
        const { bank, sentences, look } = readBrand(file, allSurfaces);
        const said = languages.map((language) => `${Object.keys(sentences[language]).length} in ${language}`);
        terminal.out(`${file} is right: ${bank.en}; sentences said otherwise: ${said.join(', ')}\n`);
        const { dark, ...others } = look ?? {};
        const atNight = Object.entries(dark ?? {}).map(([name, value]) => [`${name}, dark`, value] as const);
        for (const [name, value] of [...Object.entries(others), ...atNight])
          terminal.out(`  ${name.padEnd(20)}${value}\n`);
      }),
  );
  brand.addCommand(
    command('preview', terminal)
      .description('draw the chat, the form, messages and the telephone in a brand, on one sheet of pictures')
      .argument('FILE', 'the brand file')
      .option('--folder <FOLDER>', 'where the pictures go; it is made where it is not there', 'brand-preview')
      .addOption(
        new Option('--language <LANGUAGE>', 'what the customer speaks').choices(languages).default('en'),
      )
      .allowExcessArguments(false)
      .action(async (file: string, { folder, language }: { folder: string; language: Language }) => {
        const { bank } = readBrand(file, allSurfaces);
        const chromium = await findChromium(environment());
        const { sheet, pictures } = await drawPreview({
          ...{ brandFile: resolve(file), folder: resolve(folder), title: bank[language], language, chromium },
          progress: (surface) => terminal.progress?.(surface),
        });
        terminal.progress?.('');
        terminal.out(`${pictures} pictures in ${bank.en}'s brand: ${sheet}\n`);
      }),
  );
  return brand;
}
