import type { Language } from '../../kit/language.ts';
import { fileOf, type PageFiles } from '../../kit/pages/builtPages.ts';
import { page } from '../../words/page.ts';
import { shellWords } from './words.ts';

/** The page as it is sent, the same whatever its link opens: the script asks for that. */
export function formHtml({
  language,
  nonce,
  files,
}: {
  language: Language;
  nonce: string;
  files: PageFiles;
}): string {
  const words = shellWords(language);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" content="#0b3d5c">
<meta name="robots" content="noindex">
<title>${words.title} · Thawline</title>
<link rel="icon" type="image/svg+xml" href="${fileOf(files, 'icon.svg').path}">
<link rel="stylesheet" nonce="${nonce}" href="${fileOf(files, 'secure.css').path}">
<script defer nonce="${nonce}" src="${fileOf(files, 'secure.js').path}"></script>
</head>
<body>
<header class="header">${words.service}</header>
<main id="page" data-failed="${words.failed}" data-try-again="${words.tryAgain}">
<h1>${words.title}</h1>
<p role="status">${words.loading}</p>
</main>
<noscript><p class="without-script">${page[language].withoutScript}</p></noscript>
</body>
</html>
`;
}
