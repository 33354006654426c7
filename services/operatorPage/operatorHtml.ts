import type { Language } from '../../kit/language.ts';
import type { PageFiles } from '../../kit/pages/builtPages.ts';
import { htmlPage } from '../../kit/pages/htmlPage.ts';
import { operatorPage } from '../../words/operatorPage.ts';
import { page } from '../../words/page.ts';

type OperatorHtmlOptions = { language: Language; nonce: string; files: PageFiles };

/** The operator's page as it is sent; its script builds the rest. */
export function operatorHtml({ language, nonce, files }: OperatorHtmlOptions): string {
  return htmlPage({
    language,
    nonce,
    title: `${operatorPage[language].title} · Thawline`,
    themeColour: '#0b3d5c',
    colourScheme: 'light dark',
    files: { of: files, sheet: 'operator.css', script: 'operator.js' },
    head: '<meta name="robots" content="noindex">',
    body: `<div id="page"></div>
<noscript><p class="without-script">${page[language].withoutScript}</p></noscript>`,
  });
}
