import type { brandedPage } from '../../brand/brandedPage.ts';
import { type Language, languages } from '../../kit/language.ts';
import { fileOf, type PageFiles } from '../../kit/pages/builtPages.ts';
import { dataBlock, escaped, htmlPage, scriptIn } from '../../kit/pages/htmlPage.ts';
import type { ChatWords } from '../../words/chatPage.ts';

/** The HTML of the chat page: a quiet state while it connects, and the scripts that take over. */
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
  const foot = Object.fromEntries(languages.map((each) => [each, page.footOf(each)]));
  const sentences = languages.map(
    (each) => `<p lang="${each}">${escaped(page.texts[each].withoutScript)}</p>`,
  );
  return htmlPage({
    language,
    nonce,
    title: titleOfWindow,
    themeColour: page.themeColour,
    colourScheme: 'light dark',
    files: { of: files, sheet: 'chat.css', script: 'chat.js' },
    // Through a stylesheet's arrival no script in the page is run: it stands in front of that.
    early: scriptIn(fileOf(files, 'early.js')),
    head: `${page.style(nonce)}
${dataBlock('brand', nonce, { words, ...page.logosOf(files), bank: page.bank, foot })}`,
    body: `<div id="page">
<header class="header"><div class="header__inner">${page.logo(files, language)}<h1 class="header__title">${escaped(title)}</h1></div></header>
<main class="loading" aria-busy="true"><p class="loading__words">${escaped(loading)}</p></main>
</div>
${page.foot()}
<noscript><div class="without-script">${sentences.join('')}</div></noscript>`,
  });
}
