import type { Command } from 'commander';
import { allSurfaces } from '../bot/openBrand.ts';
import { readBrand } from '../brand/brandFile.ts';
import { command } from '../kit/command.ts';
import { languages } from '../kit/language.ts';
import type { Surroundings } from './surroundings.ts';

/** `thawline brand`: checks a brand file as a start would, without starting. */
export function brandCommand({ terminal }: Pick<Surroundings, 'terminal'>): Command {
  const brand = command('brand', terminal).description('check the file that BRAND_FILE names');
  brand.addCommand(
    command('check', terminal)
      .description('check a brand file, and print what it changes')
      .argument('FILE', 'the brand file')
      .allowExcessArguments(false)
      .action((file: string) => {
        const { bank, sentences, look } = readBrand(file, allSurfaces);
        const said = languages.map((language) => `${Object.keys(sentences[language]).length} in ${language}`);
        terminal.out(`${file} is right: ${bank.en}; sentences said otherwise: ${said.join(', ')}\n`);
        for (const [name, value] of Object.entries(look ?? {}))
          terminal.out(`  ${name.padEnd(14)}${value}\n`);
      }),
  );
  return brand;
}
