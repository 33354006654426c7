import { type Language, languages } from '../../kit/language.ts';
import { fileOf, type PageFiles } from '../../kit/pages/builtPages.ts';
import { chatPage } from '../../words/chatPage.ts';
import { page } from '../../words/page.ts';

/** The scripts in the order in which they must run. */
const inOrder = ['react.js', 'react-dom.js', 'webchat.js', 'chat.js'];

/** The chat page as it is sent: the calm state of connecting, and the scripts that take over from it. */
export function chatHtml({
  language,
  nonce,
  files,
}: {
  language: Language;
  nonce: string;
  files: PageFiles;
}): string {
  const { title, loading } = chatPage[language];
  const scripts = inOrder.map(
    (name) => `<script defer nonce="${nonce}" src="${fileOf(files, name).path}"></script>`,
  );
  const sentences = languages.map((each) => `<p lang="${each}">${page[each].withoutScript}</p>`);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" content="#0b3d5c">
<title>${title} · Thawline</title>
<link rel="icon" type="image/svg+xml" href="${fileOf(files, 'icon.svg').path}">
<link rel="stylesheet" nonce="${nonce}" href="${fileOf(files, 'chat.css').path}">
${scripts.join('\n')}
</head>
<body>
<div id="page" data-nonce="${nonce}">
<header class="header"><div class="header__inner"><h1 class="header__title">${title}</h1></div></header>
<main class="loading" aria-busy="true"><p class="loading__words">${loading}</p></main>
</div>
<noscript><div class="without-script">${sentences.join('')}</div></noscript>
</body>
</html>
`;
}
