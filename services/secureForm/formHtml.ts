import type { Brand } from '../../brand/brand.ts';
import { type brandedPage, dataBlock, escaped } from '../../brand/brandedPage.ts';
import { type Language, languageNames, languages } from '../../kit/language.ts';
import { fileOf, type PageFiles } from '../../kit/pages/builtPages.ts';
import type { FormWords } from './words.ts';

type Parts = {
  language: Language;
  nonce: string;
  files: PageFiles;
  words: ReturnType<FormWords['shell']>;
  entry: ReturnType<FormWords['entry']>;
  bank: Brand['bank'];
  page: ReturnType<typeof brandedPage>;
};

/** What stands in a page before its script has answered. */
type Start = (parts: Parts) => { title: string; html: string };

/** Of a link: the same whatever it opens, the script asks for that. */
export const formStart: Start = ({ words }) => ({
  title: words.title,
  html: `<h1>${escaped(words.title)}</h1>
<p role="status">${escaped(words.loading)}</p>`,
});

/** Where a code is entered. */
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

/** The page as it is sent. */
export function formHtml(parts: Parts, start: Start): string {
  const { language, nonce, files, words, bank, page } = parts;
  const { title, html } = start(parts);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" content="${page.themeColour}">
<meta name="robots" content="noindex">
<title>${escaped(`${title} · ${bank[language]}`)}</title>
<link rel="icon" type="image/svg+xml" href="${fileOf(files, 'icon.svg').path}">
<link rel="stylesheet" nonce="${nonce}" href="${fileOf(files, 'secure.css').path}">
${page.style(nonce)}
<script defer nonce="${nonce}" src="${fileOf(files, 'secure.js').path}"></script>
</head>
<body>
<header class="header">${page.logo(files, language)}<span id="service">${escaped(words.service)}</span>${languageSwitch(language, words.language)}</header>
<main id="page" data-bank="${escaped(bank[language])}" data-failed="${escaped(words.failed)}" data-try-again="${escaped(words.tryAgain)}">
${html}
</main>
${page.foot()}
<noscript><p class="without-script">${escaped(page.texts[language].withoutScript)}</p></noscript>
</body>
</html>
`;
}

/** Each language by its own name; the page is asked for again in the one that is chosen. */
function languageSwitch(language: Language, label: string): string {
  const links = languages.map(
    (one) =>
      `<a href="?language=${one}" lang="${one}" hreflang="${one}"${one === language ? ' aria-current="true"' : ''}>${escaped(languageNames[one])}</a>`,
  );
  return `<nav class="languages" aria-label="${escaped(label)}">${links.join('')}</nav>`;
}
