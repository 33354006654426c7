import { type brandedPage, dataBlock, escaped } from '../../brand/brandedPage.ts';
import { type Language, languages } from '../../kit/language.ts';
import { fileOf, type PageFiles } from '../../kit/pages/builtPages.ts';
import type { ChatWords } from '../../words/chatPage.ts';

/** The chat page as it is sent: the calm state of connecting, and the scripts that take over from it. */
export function chatHtml({
  language,
  nonce,
  files,
  words,
  page,
}: {
  language: Language;
  nonce: string;
  files: PageFiles;
  words: Readonly<Record<Language, ChatWords>>;
  page: ReturnType<typeof brandedPage>;
}): string {
  const { title, titleOfWindow, loading } = words[language];
  const sentences = languages.map(
    (each) => `<p lang="${each}">${escaped(page.texts[each].withoutScript)}</p>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="format-detection" content="telephone=no">
<meta name="theme-color" content="${page.themeColour}">
<title>${escaped(titleOfWindow)}</title>
<link rel="icon" type="image/svg+xml" href="${fileOf(files, 'icon.svg').path}">
<link rel="stylesheet" nonce="${nonce}" href="${fileOf(files, 'chat.css').path}">
${page.style(nonce)}
${dataBlock('brand', nonce, { words, logo: page.logoOf(files), bank: page.bank })}
<script defer nonce="${nonce}" src="${fileOf(files, 'chat.js').path}"></script>
</head>
<body>
<div id="page">
<header class="header"><div class="header__inner">${page.logo(files, language)}<h1 class="header__title">${escaped(title)}</h1></div></header>
<main class="loading" aria-busy="true"><p class="loading__words">${escaped(loading)}</p></main>
</div>
${page.foot()}
<noscript><div class="without-script">${sentences.join('')}</div></noscript>
</body>
</html>
`;
}
