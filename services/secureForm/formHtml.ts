import type { Brand } from '../../brand/brand.ts';
import { type brandedPage, escaped } from '../../brand/brandedPage.ts';
import type { Language } from '../../kit/language.ts';
import { fileOf, type PageFiles } from '../../kit/pages/builtPages.ts';
import type { FormWords } from './words.ts';

type Parts = {
  language: Language;
  nonce: string;
  files: PageFiles;
  words: ReturnType<FormWords['shell']>;
  bank: Brand['bank'];
  page: ReturnType<typeof brandedPage>;
};

/** The page as it is sent, the same whatever its link opens: the script asks for that. */
export function formHtml({ language, nonce, files, words, bank, page }: Parts): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" content="${page.themeColour}">
<meta name="robots" content="noindex">
<title>${escaped(`${words.title} · ${bank[language]}`)}</title>
<link rel="icon" type="image/svg+xml" href="${fileOf(files, 'icon.svg').path}">
<link rel="stylesheet" nonce="${nonce}" href="${fileOf(files, 'secure.css').path}">
${page.style(nonce)}
<script defer nonce="${nonce}" src="${fileOf(files, 'secure.js').path}"></script>
</head>
<body>
<header class="header">${page.logo(files, language)}<span id="service">${escaped(words.service)}</span></header>
<main id="page" data-bank="${escaped(bank[language])}" data-failed="${escaped(words.failed)}" data-try-again="${escaped(words.tryAgain)}">
<h1>${escaped(words.title)}</h1>
<p role="status">${escaped(words.loading)}</p>
</main>
${page.foot()}
<noscript><p class="without-script">${escaped(page.texts[language].withoutScript)}</p></noscript>
</body>
</html>
`;
}
