import type { Language } from '../kit/language.ts';
import { fileOf, type PageFiles } from '../kit/pages/builtPages.ts';
import { page } from '../words/page.ts';
import { telephonePage } from '../words/telephonePage.ts';

/** A telephone of the demo bank: whose it is, and its number. */
export type DemoCaller = { name: string; number: string };

/** The telephone's page as it is sent; its script builds the rest. */
export function phoneHtml({
  language,
  nonce,
  files,
  callers,
}: {
  language: Language;
  nonce: string;
  files: PageFiles;
  callers: readonly DemoCaller[];
}): string {
  const { title } = telephonePage[language];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" content="#0b3d5c">
<title>${title} · Thawline</title>
<link rel="icon" type="image/svg+xml" href="${fileOf(files, 'icon.svg').path}">
<link rel="stylesheet" nonce="${nonce}" href="${fileOf(files, 'phone.css').path}">
<script defer nonce="${nonce}" src="${fileOf(files, 'phone.js').path}"></script>
</head>
<body>
<div id="page" data-callers="${escaped(JSON.stringify(callers))}"></div>
<noscript><p class="without-script">${page[language].withoutScript}</p></noscript>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
