import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { materialsIn } from './materials.ts';

const licenceFiles = '{LICENSE,LICENCE,License,Licence,license,licence,COPYING,NOTICE}{,.md,.txt,.MIT,-MIT}';

/**
 * The licence notice of production: each package with its licence, and every licence text once, with the packages under
 * it.
 * @param root a checkout with its packages installed
 */
export function noticeOf(root: string): string {
  const named = materialsIn(root).map(({ place, name, version, license }) => ({
    title: `${name} ${version}`,
    license,
    texts: textsIn(join(root, place)),
  }));
  const lines = [...new Set(named.map(({ title, license }) => `- ${title}: ${license}`))].sort();
  const byText = Map.groupBy(
    named.flatMap(({ title, texts }) => texts.map((text) => ({ title, text }))),
    ({ text }) => text,
  );
  const texts = [...byText].map(([text, those]) => {
    const titles = [...new Set(those.map(({ title }) => title))].sort();
    return { head: titles.join(', '), text };
  });
  const sections = texts
    .sort((one, other) => (one.head < other.head ? -1 : 1))
    .map(({ head, text }) => `## ${head}\n\n${text}`);
  return [`# What Thawline is made of\n\n${lines.join('\n')}`, ...sections].join('\n\n').concat('\n');
}

/**
 * The licence texts in a package's folder; none where the package is not installed here, as those for other systems.
 */
function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = globSync(licenceFiles, { cwd: folder }).sort();
  return files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
}
