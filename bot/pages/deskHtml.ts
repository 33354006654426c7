import { type brandedPage, dataBlock, escaped } from '../../brand/brandedPage.ts';
import { type Language, languageNames, languages } from '../../kit/language.ts';
import { fileOf, type PageFiles } from '../../kit/pages/builtPages.ts';
import type { DeskWords } from '../../words/deskPage.ts';

type Parts = {
  language: Language;
  nonce: string;
  files: PageFiles;
  words: Readonly<Record<Language, DeskWords>>;
  /** What the script reads beside the words. */
  given: object;
  page: ReturnType<typeof brandedPage>;
};

/** The page of the desk as it is sent: all that is in it of customers comes with its script's own requests. */
export function deskHtml({ language, nonce, files, words, given, page }: Parts): string {
  const { title, language: label } = words[language];
  const links = languages.map(
    (one) => `<a href="?language=${one}" lang="${one}" hreflang="${one}">${escaped(languageNames[one])}</a>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" content="${page.themeColour}">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<link rel="icon" type="image/svg+xml" href="${fileOf(files, 'icon.svg').path}">
<link rel="stylesheet" nonce="${nonce}" href="${fileOf(files, 'desk.css').path}">
${page.style(nonce)}
${dataBlock('given', nonce, given)}
<script defer nonce="${nonce}" src="${fileOf(files, 'desk.js').path}"></script>
</head>
<body>
<header class="header">${page.logo(files, language)}<h1 id="title">${escaped(title)}</h1><nav class="languages" aria-label="${escaped(label)}">${links.join('')}</nav></header>
<main id="page"></main>
<noscript><p class="without-script">${escaped(page.texts[language].withoutScript)}</p></noscript>
</body>
</html>
`;
}
