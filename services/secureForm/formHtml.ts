import type { Brand } from '../../brand/brand.ts';
import type { brandedPage } from '../../brand/brandedPage.ts';
import { type Language, languages } from '../../kit/language.ts';
import type { PageFiles } from '../../kit/pages/builtPages.ts';
import { dataBlock, escaped, htmlPage } from '../../kit/pages/htmlPage.ts';
import { languageNames } from '../../words/languageNames.ts';
import type { FormWords } from './formWords.ts';

type FormHtmlOptions = {
  language: Language;
  nonce: string;
  files: PageFiles;
  words: ReturnType<FormWords['shell']>;
  entry: ReturnType<FormWords['entry']>;
  bank: Brand['bank'];
  page: ReturnType<typeof brandedPage>;
};

/** The content of a page before its script has run. */
type Start = (parts: FormHtmlOptions) => { title: string; html: string };

/** The content for a link. It is the same for every link; the script asks what the link opens. */
export const formStart: Start = ({ words }) => ({
  title: words.title,
  html: `<h1>${escaped(words.title)}</h1>
<p role="status">${escaped(words.loading)}</p>`,
});

/** The content of the page where a code is entered. */
export const entryStart: Start = ({ nonce, entry }) => ({
  title: entry.title,
  html: `<h1>${escaped(entry.title)}</h1>
<p>${escaped(entry.about)}</p>
<form id="entry" novalidate>
<div class="field">
<label for="code">${escaped(entry.label)}</label>
<input id="code" class="code" inputmode="numeric" autocomplete="one-time-code" autocorrect="off" spellcheck="false" maxlength="40" aria-describedby="code-hint code-problem">
<p id="code-hint" class="hint">${escaped(entry.hint)}</p>
<p id="code-problem" class="problem" role="alert"></p>
</div>
<button type="submit" class="submit">${escaped(entry.submit)}</button>
</form>
${dataBlock('entry-words', nonce, entry)}`,
});

/** The whole HTML of the page. */
export function formHtml(parts: FormHtmlOptions, start: Start): string {
  const { language, nonce, files, words, bank, page } = parts;
  const { title, html } = start(parts);
  return htmlPage({
    language,
    nonce,
    title: `${title} · ${bank[language]}`,
    themeColour: page.themeColour,
    colourScheme: 'light dark',
    files: { of: files, sheet: 'secure.css', script: 'secure.js' },
    head: `<meta name="robots" content="noindex">\n${page.style(nonce)}`,
    body: `<header class="header">${page.logo(files, language)}<span id="service">${escaped(words.service)}</span>${languageSwitch(language, words.language)}</header>
<main id="page" data-bank="${escaped(bank[language])}" data-failed="${escaped(words.failed)}" data-try-again="${escaped(words.tryAgain)}">
${html}
</main>
${page.foot()}
<noscript><p class="without-script">${escaped(page.texts[language].withoutScript)}</p></noscript>`,
  });
}

/** The links to the page in each language, each under the language's own name. */
function languageSwitch(language: Language, label: string): string {
  const links = languages.map(
    (one) =>
      `<a href="?language=${one}" lang="${one}" hreflang="${one}"${one === language ? ' aria-current="true"' : ''}>${escaped(languageNames[one])}</a>`,
  );
  return `<nav class="languages" aria-label="${escaped(label)}">${links.join('')}</nav>`;
}
