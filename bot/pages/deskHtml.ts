import type { brandedPage } from '../../brand/brandedPage.ts';
import { type Language, languages } from '../../kit/language.ts';
import type { PageFiles } from '../../kit/pages/builtPages.ts';
import { dataBlock, escaped, htmlPage } from '../../kit/pages/htmlPage.ts';
import type { DeskWords } from '../../words/deskPage.ts';
import { languageNames } from '../../words/languageNames.ts';

type DeskHtmlOptions = {
  language: Language;
  nonce: string;
  files: PageFiles;
  words: Readonly<Record<Language, DeskWords>>;
  /** What the script reads beside the words. */
  given: object;
  page: ReturnType<typeof brandedPage>;
};

/** The page of the desk as it is sent: all that is in it of customers comes with its script's own requests. */
export function deskHtml({ language, nonce, files, words, given, page }: DeskHtmlOptions): string {
  const { title, language: label } = words[language];
  const links = languages.map(
    (one) => `<a href="?language=${one}" lang="${one}" hreflang="${one}">${escaped(languageNames[one])}</a>`,
  );
  return htmlPage({
    ...{ language, nonce, title, themeColour: page.themeColour },
    colourScheme: 'light dark',
    files: { of: files, sheet: 'desk.css', script: 'desk.js' },
    head: `<meta name="robots" content="noindex">
${page.style(nonce)}
${dataBlock('given', nonce, given)}`,
    body: `<header class="header">${page.logo(files, language)}<h1 id="title">${escaped(title)}</h1><nav class="languages" aria-label="${escaped(label)}">${links.join('')}</nav></header>
<main id="page"></main>
<noscript><p class="without-script">${escaped(page.texts[language].withoutScript)}</p></noscript>`,
  });
}
